"""Writes the tables of docs/MODEL.md that come from the code, so that the page cannot drift from it."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.compiler.options import ANSWERS, AT_ONCE, CUTS, UNWRITTEN
from engine.scenario.cards import FILED, FORMS
from engine.scenario.effects import VERBS, Effect
from engine.scenario.parameters import PARAMETERS
from engine.tools.verdicts import LESSONS

PAGE = Path(__file__).parent.parent / "docs" / "MODEL.md"
ADDING = ("shift", "spark", "cool")


def parameters() -> str:
    """Every number of the model."""
    rows = (
        (f"`{p.name}`", f"{p.default:.4g}", p.unit, p.source, f"{p.low:g} .. {p.high:g}", p.meaning) for p in PARAMETERS
    )
    return table(("parameter", "default", "unit", "source", "range", "meaning"), rows)


def forms() -> str:
    """How each form of card works."""
    rows = (
        (
            f"`{form}`",
            meaning,
            _yes(form in ANSWERS),
            f"`{CUTS[form]}`" if form in CUTS else "",
            _yes(form not in AT_ONCE),
            _yes(form in FILED),
            _yes(form not in UNWRITTEN),
        )
        for form, meaning in FORMS.items()
    )
    head = (
        "form",
        "what it does",
        "answers a story",
        "takes from the crowd",
        "may wait",
        "shorter by the file",
        "can leak",
    )
    return table(head, rows)


def _yes(fact: bool) -> str:  # noqa: FBT001 - the fact is all there is
    return "yes" if fact else ""


def verbs() -> str:
    """What effects can do."""
    fields = {field.alias or name: field for name, field in Effect.model_fields.items()}
    rows = (
        (f"`{verb}`", fields[verb].description or "", "proposes amounts" if verb in ADDING else "sets something")
        for verb in VERBS
    )
    return table(("verb", "what it does", "how"), rows)


def lessons() -> str:
    """What every crisis owes."""
    rows = ((lesson.__name__.replace("_", " "), " ".join((lesson.__doc__ or "").split())) for lesson in LESSONS)
    return table(("lesson", "it holds when"), rows)


TABLES = {"parameters": parameters, "forms": forms, "verbs": verbs, "lessons": lessons}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    titles = tuple(head)
    lines = [titles, tuple("---" for _ in titles), *(tuple(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def marks(name: str) -> tuple[str, str]:
    """The lines between which a table stands on the page."""
    return f"<!-- table: {name} -->", f"<!-- end of table: {name} -->"


def replaced(page: str, tables: Mapping[str, str]) -> str:
    """The page with these tables between their marks; ValueError where a mark is missing."""
    for name, written in tables.items():
        first, last = marks(name)
        before, after = page.index(first) + len(first), page.index(last)
        page = f"{page[:before]}\n{written}\n{page[after:]}"
    return page


def main() -> None:
    """Rewrite the tables of the page."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    page = PAGE.read_text(encoding="utf-8")
    new = replaced(page, {name: made() for name, made in TABLES.items()})
    PAGE.write_text(new, encoding="utf-8")
    print(f"{PAGE.name}: {'nothing to change' if new == page else 'rewritten'}")


if __name__ == "__main__":
    main()
