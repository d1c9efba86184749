"""The lists that run through the years: commitments and risk appetites of the three bodies."""

from __future__ import annotations

from typing import Any

from scripts.make_corpus.model import Risk

Target = dict[str, Any] | None


def _to(metric: str, direction: str, value: float, unit: str) -> Target:
    return {"metric": metric, "direction": direction, "value": value, "unit": unit}


# fmt: off
_HARROWMERE: dict[str, tuple[tuple[str, Target], ...]] = {
    "2022/23": (
        ("Cut the average length of stay by half a day", _to("average length of stay", "reduce", 0.5, "day")),
        ("Bring hospital-acquired infections down by 10 per cent", _to("hospital-acquired infections", "reduce", 10, "per cent")),
        ("Keep staff turnover below 12 per cent", _to("staff turnover", "at_most", 12, "per cent")),
        ("Live within our means and deliver the waste reduction plan", None),
        ("Open the new endoscopy unit at Queen Maud Hospital", None),
        ("Treat everyone who has waited two years or more", None),
    ),
    "2023/24": (
        ("Cut the average length of stay by 0.7 days", _to("average length of stay", "reduce", 0.7, "days")),
        ("Bring hospital-acquired infections down by 10 per cent", _to("hospital-acquired infections", "reduce", 10, "per cent")),
        ("Keep staff turnover below 10.5 per cent", _to("staff turnover", "at_most", 10.5, "per cent")),
        ("Live within our means and deliver the waste reduction plan", None),
        ("Open the new endoscopy unit at Queen Maud Hospital", None),
        ("Treat everyone who has waited 65 weeks or more", None),
        ("Recruit 9,000 people to research studies", _to("people to research studies", "at_least", 9000, "people")),
    ),
    "2024/25": (
        ("Cut the average length of stay by 0.7 days", _to("average length of stay", "reduce", 0.7, "days")),
        ("Bring hospital-acquired infections down by 15 per cent", _to("hospital-acquired infections", "reduce", 15, "per cent")),
        ("Keep staff turnover below 10 per cent", _to("staff turnover", "at_most", 10, "per cent")),
        ("Live within our means and deliver the waste reduction plan", None),
        ("Halve the number of people in corridor beds", None),
        ("Recruit 9,000 people to research studies", _to("people to research studies", "at_least", 9000, "people")),
    ),
    "2025/26": (
        ("Bring hospital-acquired infections down by 15 per cent", _to("hospital-acquired infections", "reduce", 15, "per cent")),
        ("Keep staff turnover below 9 per cent", _to("staff turnover", "at_most", 9, "per cent")),
        ("Live within our means and deliver the waste reduction plan", None),
        ("End care in corridors", None),
        ("Recruit 7,500 people to research studies", _to("people to research studies", "at_least", 7500, "people")),
        ("Move clinical records to one electronic patient record", None),
    ),
    "2026/27": (
        ("Cut the average length of stay by half a day", _to("average length of stay", "reduce", 0.5, "day")),
        ("Bring hospital-acquired infections down by 20 per cent", _to("hospital-acquired infections", "reduce", 20, "per cent")),
        ("Keep staff turnover below 9 per cent", _to("staff turnover", "at_most", 9, "per cent")),
        ("Live within our means and deliver the waste reduction plan", None),
        ("End care in corridors", None),
        ("Move clinical records to one electronic patient record", None),
    ),
}


def commitments_of(year: str) -> tuple[tuple[str, Target], ...]:
    """Return Harrowmere's commitments of a financial year, in their printed order."""
    return _HARROWMERE[year]


_SUPPLY = (
    "We will plan far enough ahead that every ward and clinic has the people and the skills it needs, "
    "and will try new roles where posts cannot be filled."
)
_STATEMENTS: dict[str, tuple[str, str, str]] = {
    "supply": ("Workforce Risk", "Workforce Supply Risk", _SUPPLY),
    "wellbeing": (
        "Workforce Risk", "Wellbeing Risk",
        "We will look after the health of the people who work here so that they can look after others.",
    ),
    "change": (
        "Operational Risk", "Change Risk",
        "We will finish what we start: projects close on time, within budget and with the gains that were promised.",
    ),
    "continuity": (
        "Operational Risk", "Business Continuity Risk",
        "We will keep essential services running when power, water, buildings or supplies fail.",
    ),
    "it": (
        "Operational Risk", "Information Technology Risk",
        "We will keep clinical systems available and safe from attack, and replace what can no longer be protected.",
    ),
    "digital": (
        "Operational Risk", "Digital & Cyber Risk",
        "We will keep clinical systems available and safe from attack, and replace what can no longer be protected.",
    ),
    "safety": (
        "Clinical Risk", "Patient Safety & Outcomes Risk",
        "We will give care that is safe and effective and will act early on anything that could cause harm.",
    ),
    "infection": (
        "Clinical Risk", "Infection Prevention & Control Risk",
        "We will stop avoidable infection wherever care is given.",
    ),
    "research": (
        "Clinical Risk", "Research & Innovation Risk",
        "We will offer patients the chance to join studies and will adopt what is shown to work.",
    ),
    "money": (
        "Financial Risk", "Financial Management Risk",
        "We will spend no more than we receive and will know early when a budget is in difficulty.",
    ),
    "capital": (
        "Financial Risk", "Change Risk",
        ("We will finish what we start: building schemes and savings programmes close on time, within budget "
        "and with the gains that were promised, and no scheme puts the running of wards at risk."),
    ),
    "strategy": (
        "External Risk", "Strategic Planning Risk",
        "We will hold to our five-year plan while partners and policy change around us.",
    ),
    "regulatory": (
        "External Risk", "Regulatory Risk",
        "We will meet the conditions of every licence and registration that we hold.",
    ),
    "partners": (
        "External Risk", "Partnership Risk",
        "We will share decisions and money with neighbours where patients gain from it.",
    ),
}
# framework in force from a date -> appetite of each key; later ones say only what they change
APPETITES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("2021-09-30", "21/098", {
        "supply": "Cautious", "wellbeing": "Cautious", "change": "Cautious", "continuity": "Minimal",
        "it": "Cautious", "safety": "Minimal", "infection": "Averse", "research": "Open", "money": "Cautious",
        "capital": "Cautious", "strategy": "Open", "regulatory": "Averse", "partners": "Open",
    }),
    ("2023-01-26", "23/011", {"supply": "Open"}),
    ("2024-03-28", "24/031", {"digital": "Cautious"}),
    ("2025-11-27", "25/118", {"research": "Eager"}),
)


def appetite(key: str, day: str) -> str:
    """Return Harrowmere's appetite for a risk in the framework in force on *day*."""
    value = ""
    for since, _, changes in APPETITES:
        if since <= day:
            value = changes.get(key, value)
    return value


def row(
    key: str, day: str, impact: str | None, ticked: bool = False, says: str | None = None, break_after: str | None = None
) -> Risk:
    """Return a row of Harrowmere's table; *says* is printed where a paper departs from the framework."""
    level1, level2, statement = _STATEMENTS[key]
    word = says or appetite(key, day)
    levels = tuple(part.strip().lower() for part in word.replace(" to ", "/").split("/")) if word else ()
    return Risk(level1, level2, statement, word or None, levels, impact, ticked, break_after=break_after)


_FENWOLD = {
    "SR1": ("Safe staffing of wards and teams", "Cautious (6-9)"),
    "SR2": ("Harm to people in our care", "Avoid (1-3)"),
    "SR3": ("Waiting times in the community", "Cautious (6-9)"),
    "SR4": ("Financial sustainability", "Cautious (6-9)"),
    "SR5": ("Digital change", "Open (10-12)"),
    "SR6": ("New models of care and research", "Seek (13-16)"),
}
# SR5 moves from Open to Seek by minute 25/058
_FENWOLD_CHANGES = (("2025-05-22", "SR5", "Seek (13-16)"),)


def strategic(ref: str, day: str, likelihood: int, consequence: int, says: str | None = None, status: str | None = "") -> Risk:
    """Return a row of Fenwold's score-band table as its form printed it on *day*.

    From April 2023 the scale's end labels read None and Significant, by a minuted
    decision that changed labels only; SR3 is called Access to community services.
    *says* is printed where a paper departs from the framework.
    """
    name, raw = _FENWOLD[ref]
    for since, changed, value in _FENWOLD_CHANGES:
        if changed == ref and since <= day:
            raw = value
    if day >= "2023-04-01":
        raw = raw.replace("Avoid", "None")
        if ref == "SR3":
            name = "Access to community services"
    raw = says or raw
    top = int(raw.split("-")[1].rstrip(")"))
    if status == "":
        status = "within" if likelihood * consequence <= top else "outside"
    return Risk(name, reference=ref, appetite=raw, levels=(raw.split(" (")[0].lower(),), score=(likelihood, consequence), status=status)
