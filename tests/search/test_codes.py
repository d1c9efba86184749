"""References at ingest: lists, limbs, bare numbers; and no text that takes for ever."""

from __future__ import annotations

import pytest

from papersearch.archive.codes import codes, typed_codes


@pytest.mark.parametrize(
    ("text", "cited", "not_cited"),
    [
        ("sections 36(2)(b)(i), (b)(ii) and (c), and 40(2) and 43(2)",
         {"cxs36x2xbxi", "cxs36x2xbxii", "cxs36x2xc", "cxs40x2", "cxs43x2"}, {"cxs36x2xbxc"}),
        ("sections 21, 22 and 43 of the Act", {"cxs21", "cxs22", "cxs43"}, set()),
        ("section 43 and 2 others", {"cxs43"}, {"cxs2"}),
        ("section 36(2)(b) and (c)", {"cxs36x2xb", "cxs36x2xc"}, set()),
        ("paragraphs 3 and 5 of Part 1", {"cxp3", "cxp5"}, {"cxp1"}),
        ("exempt under s.43(2)", {"cxs43", "cxs43x2", "cx43x2"}, set()),
        ("see items 2 to 4 on pages 3 and 4", set(), {"cxs2", "cxp3"}),
        ("£376.8 million", {"cxgbp376x8m", "cx376x8"}, set()),
        ("£1,200 or £3k", {"cxgbp1200", "cxgbp3k"}, set()),
        ("C4xL4 and 11.1", {"cx11x1"}, {"cxc4xl4"}),
    ],
)  # fmt: skip
def test_what_is_cited_is_found(text: str, cited: set[str], not_cited: set[str]) -> None:
    found = set(codes(text))
    assert cited <= found
    assert not not_cited & found


def test_what_was_coded_is_taken_out_of_a_question() -> None:
    words, rest = typed_codes("prices and section 43(2) bids")
    assert words == ["cxs43", "cxs43x2"]
    assert rest.split() == ["prices", "and", "bids"]


@pytest.mark.parametrize("part", ["sections 1, ", "section ", "£1 ", "s.1(1), ", "(((", "36(2), "])
def test_long_text_ends(part: str) -> None:
    # A pattern that goes back over what it read would not end within the test's time.
    codes(part * 20_000)
