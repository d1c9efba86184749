"""The numbers of lists as they are written: letters, Roman figures."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def written(number: int, kind: str) -> str:
    """Return *number* in Word's *kind* of numbering; plain figures where it has none such."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        out, rest = "", number
        for size, sign in _ROMAN:
            out += sign * (rest // size)
            rest %= size
        return out.upper() if kind == "upperRoman" else out
    return f"0{number}" if kind == "decimalZero" and 0 <= number < 10 else str(number)
