"""What is shipped of heads is what the shipped scenarios say."""

from engine.scenario.heads import head_of
from engine.scenario.remembered import Heads, shipped_heads
from engine.scenario.shelf import HEADS, Shipped, shipped_file, shipped_ids
from engine.scenario.shipping import told


def test_the_shipped_heads_are_up_to_date():
    assert HEADS.read_text(encoding="utf-8") == told(), "run python -m engine.scenario.shipping"


def test_every_shipped_scenario_is_known_before_anything_was_read():
    heads = Heads(shipped=shipped_heads())
    for name in shipped_ids():
        source, called = shipped_file(name)
        assert heads.known(source, Shipped()) == head_of(source, called, Shipped())


def test_a_shipped_scenario_that_was_changed_is_read_anew():
    heads = Heads(shipped=shipped_heads())
    source, _ = shipped_file(shipped_ids()[0])
    assert heads.known(source + b"#", Shipped()) is None


def test_what_is_shipped_is_not_written_into_the_memory_of_what_was_read(tmp_path):
    heads = Heads(tmp_path / "heads.json", shipped_heads())
    heads.known(shipped_file(shipped_ids()[0])[0], Shipped())
    assert heads.latest() == {}
