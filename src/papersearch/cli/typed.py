"""The line of a conversation as it is typed, with the nearest passages below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

LEAST_TYPED = 3
"""Characters from which a line is worth a look into the archive."""
PATIENCE_MS = 150.0
"""A look that takes longer is felt in the typing."""
MOST_SLOW = 2
"""So many slow looks in a row, and from then on only Enter asks. One alone may be the first, which
loads what the others find loaded, or a whole page that was pasted."""

Look = Callable[[str], tuple[Sequence[str], float]]
"""Gives the lines to show below what is typed, and the milliseconds that they took."""


class Preview:
    """What stands below the line: looked up anew when the line changes.

    Args:
        look: See :data:`Look`.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._line = ""
        self._shown: Sequence[str] = ()
        self._slow = 0

    def of(self, line: str) -> Sequence[str]:
        """Return the lines to show below *line*."""
        line = line.strip()
        if self._slow >= MOST_SLOW or len(line) < LEAST_TYPED:
            return ()
        if line != self._line:
            self._shown, took = self._look(line)
            self._line = line
            self._slow = self._slow + 1 if took > PATIENCE_MS else 0
        return self._shown


def reader(prompt: str, look: Look) -> Callable[[], str]:
    """Return a function that reads a line from the terminal, previewed while it is typed.

    The function raises EOFError at ctrl-D and KeyboardInterrupt at ctrl-C. What was
    typed before is kept for the arrow keys, in memory only.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.application import get_app
    from prompt_toolkit.history import InMemoryHistory
    from prompt_toolkit.output import ColorDepth
    from prompt_toolkit.styles import Style

    preview = Preview(look)

    def below() -> list[tuple[str, str]]:
        # Pairs of style and text: the words of papers are never read as markup.
        buffer = get_app().current_buffer.text
        return [("", "\n".join(f"  {line}" for line in preview.of(buffer)))]

    session: PromptSession[str] = PromptSession(
        prompt,
        history=InMemoryHistory(),
        bottom_toolbar=below,
        style=Style.from_dict({"bottom-toolbar": "noreverse", "bottom-toolbar.text": "noreverse"}),
        color_depth=ColorDepth.DEPTH_1_BIT,  # weight and place say what colour would
    )
    return session.prompt
