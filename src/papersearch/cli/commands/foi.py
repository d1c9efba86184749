"""``papersearch foi``: how papers were marked under the Freedom of Information Act."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from papersearch.cli import options
from papersearch.cli.app import app
from papersearch.errors import UsageError

VIEWS = ("register", "due", "check", "precedent", "request")
_PROVISION = re.compile(r"(?i)^(?:[a-z]+\d*\s+)?(?:s|ss|section|r|reg|regulation|sch)?\.?\s*\d")


@app.command()
def foi(
    view: Annotated[
        str,
        typer.Argument(
            help="register (default), due, check, precedent or request.", metavar="[VIEW]"
        ),
    ] = "register",
    subject: Annotated[
        list[str] | None,
        typer.Argument(
            help="For precedent: what the papers are about; for request: the letter, or the "
            "file of questions.",
            metavar="[SUBJECT]...",
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(help='A provision: "s.43(2)", "s.22", "EIR r.12(4)(d)".', metavar="PROVISION"),
    ] = None,
    index: options.Index = options.DEFAULT_INDEX,
    since: options.Since = None,
    until: options.Until = None,
    year: options.Year = None,
    organisation: options.Organisation = None,
    as_of: options.AsOf = None,
    every: Annotated[
        bool,
        typer.Option("--all", help="Due: also what is not overdue. Precedent: also far papers."),
    ] = False,
    by_what: Annotated[
        str,
        typer.Option("--by", help="Register: by date, section, body or year.", metavar="WHAT"),
    ] = "date",
    questions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Request: write the letter's questions here, to be edited, and "
            "search for nothing yet.",
        ),
    ] = None,
    json: options.Json = False,
    csv: options.Csv = False,
    output: options.Output = None,
) -> None:
    """List how papers were marked under the Freedom of Information Act.

    register: every marking with its provision, what is withheld, the reason
    as printed, the public interest test, and what the reason does not show.

    due: markings for later publication, by age and promised date, and whether
    the archive holds an open version.

    check: what does not fit, for FOI officer review; never a ruling.

    precedent SUBJECT: papers on a subject, and how each was marked.

    request LETTER: what a request letter asks for, put to the archive: a report
    on the search terms, a schedule of documents to edit, and a statement of what
    was searched. With --questions FILE the questions are written first; edit
    them, then: request FILE.

    Examples:
      papersearch foi --section "s.43(2)"
      papersearch foi --by section --year 2023/24
      papersearch foi due --as-of 2024-04-01
      papersearch foi check --year 2023/24
      papersearch foi precedent "car park contract"
      papersearch foi request letter.txt --questions questions.toml
      papersearch foi request questions.toml -o schedule.xlsx
      papersearch foi -o register.xlsx
    """
    import papersearch
    from papersearch.cli import foi_view
    from papersearch.cli.deliver import deliver

    if view not in VIEWS and section is None and _PROVISION.match(view):
        view, section = "register", " ".join([view, *(subject or ())])
    elif view not in VIEWS:
        raise UsageError(
            f"There is no view '{view}'.",
            f'Use {", ".join(VIEWS)}. On a subject: papersearch foi precedent "{view}"',
        )
    elif questions is not None and view != "request":
        raise UsageError("--questions goes with request.", "papersearch foi request LETTER.txt")
    elif subject and view not in ("precedent", "request"):
        raise UsageError(f"'foi {view}' takes no subject.", "Use: papersearch foi precedent ...")
    if by_what not in ("date", "section", "body", "year"):
        raise UsageError(f"--by {by_what} is not known.", "Use date, section, body or year.")
    if view == "request":
        from papersearch.cli import request_view

        request_view.run(subject, questions, index, json, csv, output)
        return
    given: dict[str, Any] = {
        "since": since,
        "until": until,
        "year": year,
        "organisation": organisation,
    }
    with papersearch.OpenArchive(index, create=False) as archive:
        if view == "precedent":
            words = " ".join(subject or ())
            if not words.strip():
                raise UsageError(
                    "Precedents on what?", 'Name a subject: foi precedent "car park contract"'
                )
            answer = archive.foi_precedents(words, **given)
        else:
            today = options.day_of(as_of)
            answer = archive.foi(view, section, today, **given)  # type: ignore[arg-type]
    deliver(
        answer,
        found=bool(answer.markings or answer.due or answer.concerns or answer.precedents),
        show=lambda: foi_view.display(answer, every, by_what),
        sheets=lambda: foi_view.sheets(answer), json=json, csv=csv, output=output,
    )  # fmt: skip
