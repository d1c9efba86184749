"""Qualifiers by the ConText method: is it negated, conditional, past, reported, another's?

A cue ("did not", "subject to", "last year", "advised that", "NHS England")
qualifies the words in its scope: after it, before it, or both, up to a
termination ("but", ";"), a greatest number of words, or the end of the
sentence. Pseudo cues ("not only", "no later than") shield what they cover.
Cues are data (``cues.toml``, and ``[cues]`` in the user's ``papersearch.toml``).

Precision 0.90, recall 0.96, F1 0.93 on held-out marked words at first sight
(``docs/tagging/qualifiers.md``).

Any component, also of someone else's pipeline, may ask about any span:

>>> from papersearch.tagging import build_nlp
>>> doc = build_nlp()("The Board did not approve the plan.")
>>> doc[3:5]._.negated, [cue.text for cue in doc[3:5]._.qualities.cues]
(True, ['did not'])

Extensions of ``Span``: ``qualities`` and its parts ``negated``,
``conditional``, ``historic``, ``reported``, ``other_body``. All are worked out
when asked for, once a sentence.
"""

from papersearch.tagging.qualifiers.context import CATEGORIES, CueMatch, Qualities, qualities
from papersearch.tagging.qualifiers.factory import qualifiers

__all__ = ["CATEGORIES", "CueMatch", "Qualities", "qualifiers", "qualities"]
