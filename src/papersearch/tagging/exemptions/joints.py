"""Do the words between two citations only list them: "section 40 and (commercial) section 43"?"""

from __future__ import annotations

import re

from papersearch.tagging.exemptions.reasons import is_own_reason, is_title

_LONGEST = 160  # characters
_TITLED = re.compile(
    r"\W+(?P<title>[A-Za-z][^.;:]{3,110}?)\s*(?:[,;/&+]|\band\b)[\s,;&(]*(?:and\s+)?"
)
_JOINED = re.compile(
    r"[\s,;/&+()]*(?:\([^()]{1,90}\)\s*)?[\s,;/&+]*(?:(?:and|or|also|under|both|together|with"
    r"|read|conjunction|in|taken|by|virtue|of|as\s+well\s+as|the|FOIA?|in\s+line"
    r"|in\s+accordance)[\s,;/&()]*){0,8}"
)


def _titled(gap: str) -> bool:
    """Tell whether a provision's title and what joins stand there: "(privacy); "."""
    match = _TITLED.fullmatch(gap)
    return match is not None and is_title(match["title"])


def joined(gap: str) -> bool:
    """Tell whether the words between two citations only list them."""
    if len(gap) >= _LONGEST:
        return False
    return _titled(gap) or (
        _JOINED.fullmatch(gap) is not None
        and not is_own_reason(gap)
        and (
            not gap.strip()
            or re.search(r"(?i)[,;/&+]|\b(?:and|or|both|with|as well as|by virtue)\b", gap)
            is not None
        )
    )
