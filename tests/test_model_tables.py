"""The tables of docs/MODEL.md are what the code prints."""

from benchmarks.model_tables import PAGE, TABLES, marks, replaced, table
from engine.scenario.cards import FORMS, Form
from engine.scenario.parameters import PARAMETERS


def test_the_tables_of_the_page_are_what_the_code_prints():
    page = PAGE.read_text(encoding="utf-8")
    assert replaced(page, {name: made() for name, made in TABLES.items()}) == page


def test_every_parameter_has_unit_source_range_and_meaning():
    for it in PARAMETERS:
        assert it.low <= it.default <= it.high, it.name
        assert it.unit, it.name
        assert it.source in {"R", "M", "P", "D"}, it.name
        assert it.meaning.endswith("."), it.name
    assert len({it.name for it in PARAMETERS}) == len(PARAMETERS)


def test_every_form_is_described():
    assert set(FORMS) == set(Form.__args__)


def test_a_table_is_replaced_between_its_marks_only():
    first, last = marks("forms")
    page = f"before\n{first}\nold\n{last}\nafter\n"
    assert (
        replaced(page, {"forms": table(["a"], [["b"]])}) == f"before\n{first}\n| a |\n| --- |\n| b |\n{last}\nafter\n"
    )
