"""Names in conditions: each has one address, and every one that is offered means something."""

import pytest

from engine.scenario.names import RESERVED, Address, known, resolve
from tests.scenario.broken import FERRY, read


@pytest.mark.parametrize(
    ("parts", "own", "address"),
    [
        (("turn",), None, Address("turn", "turn")),
        (("freedom",), None, Address("meter", "freedom")),
        (("supplies",), None, Address("meter", "supplies")),
        (("harbour_open",), None, Address("flag", "harbour_open")),
        (("spies_aboard", "heat"), None, Address("meter", "spies_aboard.heat")),
        (("spies_aboard", "stage"), None, Address("stage", "spies_aboard")),
        (("embassy", "backlog"), None, Address("meter", "embassy.backlog")),
        (("own", "hours"), "harbour", Address("meter", "harbour.hours")),
        (("islanders", "torvia"), None, Address("meter", "islanders.torvia")),
        (("relations", "torvia", "samudra"), None, Address("meter", "relations.samudra.torvia")),
        (("own", "hours"), None, None),
        (("own",), "harbour", None),
        (("relations", "torvia", "torvia"), None, None),
        (("islanders", "heat"), None, None),
        (("supplies", "heat"), None, None),
        (("samudra",), None, None),
        (("target", "hours"), "harbour", None),
        (("a", "b", "c", "d"), "harbour", None),
    ],
)
def test_a_name_has_one_address(parts, own, address):
    assert resolve(read(FERRY).scenario, parts, own) == address


def test_every_name_that_is_offered_means_something():
    scenario = read(FERRY).scenario
    offered = list(known(scenario, own=True))
    wanted = {"turn", "freedom", "supplies", "harbour_open", "spies_aboard.stage", "own.hours", "embassy.budget"}
    assert wanted | {"islanders.torvia", "relations.samudra.torvia"} <= set(offered)
    assert len(offered) == len(set(offered))
    assert [name for name in offered if resolve(scenario, tuple(name.split(".")), "harbour") is None] == []


def test_reserved_words_are_those_that_the_format_uses():
    assert {"turn", "own", "target", "all", "any", "freedom", "relations", "hard", "soft", "true", "and"} <= RESERVED
    assert "public" not in RESERVED
