"""papersearch: answers from past Board papers, with the page to prove it."""
