"""One sentence: is it a marking, and of what; or a report, a rule, an instruction?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from papersearch.tagging.exemptions.passage import Passage
from papersearch.tagging.exemptions.patterns import pattern, search
from papersearch.tagging.exemptions.scope import (
    Scope,
    definite_subject,
    named_in,
    names_itself,
    object_after,
    subject_before,
)

_MOST_WORDS = 400
_IS_SO = re.compile(
    r"(?i)\b(?:is|are|remains?|(?:must|should|will) be|(?:has|have) been)(?: \w+)?\s+"
    r"(?:exempt\w*|excepted|withheld|redacted|removed|omitted|deleted|(?:left|taken"
    r"|blanked) out|(?:kept|held) back)\b|\b(?:is|are) not (?:for|to be|being)\b"
    r"|\b(?:has|have) not been\b"
)
_KEPT_OUT = re.compile(
    r"(?i)(?:have|has) (?:\w+ )?(?:kept|left|taken|held) (?P<what>.{3,}?) (?:out|back)$"
)
_THAT = re.compile(r"\b(?:note|confirm|consider|aware|advised|agreed|reminded) that\s")
ASIDE = re.compile(r",\s(?:which|who)\s[^,;.]{3,90},")
"""What is told of a subject between it and its verb: ", which names two pupils,"."""
_BANNER = re.compile(r"(?i)not for publication|exempt from (?:publication|disclosure)|^\W*not ")
_KEPT_FROM_ALL = re.compile(r"(?i)exempt|publi|disclos|redact|withh[eo]ld")
_IF_DISCLOSED = re.compile(
    r"(?i)\bif\s+(?:it\s+|they\s+|this\s+|the\s+\w+\s+)?(?:were\s+|was\s+|is\s+"
    r"|are\s+)?(?:to\s+be\s+)?"
    r"(?:disclosed|released|published|made|known|shared|revealed|asked for|requested|sought)"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: *text*, at characters *start* of the doc."""

    passage: Passage
    text: str
    start: int
    law: tuple[tuple[int, int], ...] = ()
    """Characters of *text* that name provisions and Acts: never what is withheld."""
    value_end: int = 0
    """Where a field's own "No" ends ("Disclosable: No (s.43)"): it denies no exemption."""

    @cached_property
    def plain(self) -> str:
        """The text with the names of provisions and Acts blanked out, at the same offsets."""
        text = self.text
        for start, end in self.law:
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @property
    def end(self) -> int:
        """Where it ends in the doc."""
        return self.start + len(self.text)

    @cached_property
    def closed(self) -> list[re.Match[str]]:
        """Words that say that something is withheld."""
        return [
            match
            for match in pattern("predicates", "closed").finditer(self.text)
            if not self.is_negated(match.start(), match.end())
        ]

    @cached_property
    def denied(self) -> list[re.Match[str]]:
        """Words for withholding that are denied ("is not exempt")."""
        return [
            match
            for match in pattern("predicates", "closed").finditer(self.text)
            if self.is_negated(match.start(), match.end())
        ]

    @cached_property
    def open(self) -> list[re.Match[str]]:
        """Words that say that something may be seen by all."""
        taken = [m.span() for m in (*self.closed, *self.denied)]
        return [
            match
            for match in pattern("predicates", "open").finditer(self.text)
            if not any(a < match.end() and match.start() < b for a, b in taken)
            and (
                match.group().lower().startswith("no")
                or not self.is_negated(match.start(), match.end())
            )
        ]

    @cached_property
    def excludes(self) -> bool:
        """It keeps the public out of a meeting."""
        return search("predicates", "exclusion", self.text) is not None

    def is_negated(self, start: int, end: int) -> bool:
        """Tell whether the words at *start* to *end* are denied."""
        before = self.text[max(self.value_end, start - 130) : start]
        if self.text[start] in ":–-":
            before = ""  # "… is not in the public papers: exempt, s.38"
        before = re.split(r"[;:.]\s", before)[-1]
        if search("negation", "before", before) and not re.search(
            r"(?i)\bnot only\b|\bno\. ?\d|\bwhether or not\b", before
        ):
            return True
        after = self.text[end : end + 160]
        stop = pattern("reason", "connectives").search(after)
        if stop is not None:
            after = after[: stop.start()]
        return search("negation", "after", re.split(r";\s|\.\s(?=[A-Z])", after)[0]) is not None

    @cached_property
    def no_claim(self) -> str | None:
        """Why the sentence claims nothing whatever it cites, ``None`` where it may."""
        if self.passage.log:
            return "it stands in a record of requests or exemptions used"
        if self.passage.guidance:
            return "it stands in guidance to authors"
        if self.text.endswith("?"):
            return "it asks"
        reason = pattern("reason", "connectives").search(self.text, min(20, len(self.text)))
        head = self.text[: reason.start()] if reason else self.text
        for name, says in (
            ("template", "it instructs the author"),
            ("reported", "it reports on requests or on another's decision"),
            ("others", "it is another body's"),
            ("explained", "it explains the law"),
        ):
            match = search("not_claims", name, head)
            if match is not None:
                return f"{says} ({' '.join(match.group().split())[:60]!r})"
        condition = search(
            "not_claims", "conditional", _IF_DISCLOSED.sub(lambda m: " " * len(m.group()), head)
        )
        if condition is not None:
            return f"it is conditional ({' '.join(condition.group().split())!r})"
        span = self.passage.span(self.start, self.end)
        if len(span.sent) > _MOST_WORDS:
            return None  # a table read as one sentence: what stands in it reports nothing
        for cue in span._.qualities.cues:
            at = cue.start - self.start
            first = min((m.start() for m in self.closed), default=len(head))
            if (
                cue.category == "reported"
                and at <= first
                and self.passage.where != "field"
                and not re.match(r"(?i)recommend|propos|conclude|asked to|invited to", cue.text)
            ):
                return f"it is reported ({cue.text!r})"
        return None

    def scope_of(self, predicate: re.Match[str] | None, floor: int, ceiling: int) -> Scope | None:
        """Return what the predicate is said of, looked for between *floor* and *ceiling*."""
        if predicate is not None:
            kept = _KEPT_OUT.fullmatch(predicate.group())
            if kept is not None:  # "We have kept the valuation out of this paper"
                low, high = kept.span("what")
                return Scope(predicate.start() + low, predicate.start() + high, True)
            found = subject_before(self.plain, predicate.start(), floor)
            after = object_after(self.plain, predicate.end(), ceiling)
            if re.search(r"(?i)\b(?:from|out of)$", predicate.group()):
                after = None  # "Two sentences have been removed from this minute"
            if found is not None and not (
                not found.part and after is not None and after.part and _contains(predicate, after)
            ):
                return found
            if after is not None:
                return after
            held = _in_match(predicate)
            if held is None and _IS_SO.search(self.plain, 0, predicate.end()):
                starts = [floor, *(end for _, end in self.law if floor < end < predicate.start())]
                plain = ASIDE.sub(lambda m: " " * len(m.group()), self.plain)
                starts += [m.end() for m in _THAT.finditer(plain, floor, predicate.start())]
                subjects = (definite_subject(plain, at, predicate.end()) for at in starts)
                return next((subject for subject in subjects if subject is not None), None)
            return held
        return None

    def opens(self, predicate: re.Match[str]) -> bool:
        """Tell whether a marking opens the sentence ("Exempt under …", "Not for publication …")."""
        return len(re.findall(r"\w+", self.text[: predicate.start()])) <= 4

    def is_banner(self, predicate: re.Match[str]) -> bool:
        """Tell whether the sentence is nothing but a marking."""
        if predicate.group().strip(" .") == self.text.strip(" .*-"):
            return True
        return (
            self.opens(predicate)
            and len(re.findall(r"\w+", self.text)) <= 12
            and _BANNER.search(predicate.group()) is not None
        )

    @cached_property
    def withholds_itself(self) -> bool:
        """It says of this paper or a part of it that it is exempt, whatever the Act."""
        for match in self.closed:
            if _KEPT_FROM_ALL.search(match.group()):
                scope = self.scope_of(match, 0, match.end())
                if scope is not None and names_itself(self.text, scope):
                    return True
        return False

    @cached_property
    def withholds(self) -> bool:
        """It says of something told that it is withheld; the next sentence may cite why."""
        return (
            bool(self.closed)
            and self.no_claim is None
            and (
                self.opens(self.closed[0])
                or self.scope_of(self.closed[0], 0, len(self.text)) is not None
            )
        )


def _contains(predicate: re.Match[str], after: Scope) -> bool:
    """Tell whether the paper only holds the part: "this report has exempt Appendix A"."""
    return "contain" in predicate.group().lower() and after.start - predicate.end() < 40


def _in_match(predicate: re.Match[str]) -> Scope | None:
    """Return the scope that the predicate's own words name ("Exempt appendix")."""
    words = predicate.group().lower()
    part = search("scope", "part", predicate.group())
    if part is not None:  # "Annex C exempt"
        return Scope(predicate.start() + part.start(), predicate.start() + part.end(), True)
    if re.search(r"appendi|annex", words):
        said = re.search(r"\s(?:is |are )?exempt(?:ed)?$", words)
        end = predicate.start() + said.start() if said is not None else predicate.end()
        return Scope(predicate.start(), end, True)
    if " of " in words:  # "Publication of this paper is deferred"
        found = named_in(predicate.group(), 0, len(words))
        if found is not None:
            return Scope(predicate.start() + found.start, predicate.start() + found.end, found.part)
    return None
