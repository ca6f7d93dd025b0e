"""Whoever types a wrong PIN waits, longer each time; a PIN that was reset is not made to wait for the old one."""

from engine.game import pins
from engine.game.intents import FACILITATOR, SetPin
from tests.tui.screens import table_of, teams_of
from tui.locks import FIRST, Locks

TEAM, OTHER = teams_of()
OLD, NEW = (pins.lock_of("1357"), "2468")


def locks_of(table):
    table.apply(TEAM, SetPin(TEAM, OLD))
    return Locks(lambda: table, lambda tried: table.apply(FACILITATOR, tried), lambda: 0.0)


def test_the_wait_is_twice_as_long_each_time_and_nobody_else_has_it():
    now = [0.0]
    table = table_of(TEAM, OTHER)
    table.apply(TEAM, SetPin(TEAM, OLD))
    locks = Locks(lambda: table, lambda tried: table.apply(FACILITATOR, tried), lambda: now[0])
    for wait in (FIRST, 2 * FIRST, 4 * FIRST):
        assert not locks.opens(TEAM, "9999")
        assert (locks.wait(TEAM), locks.wait(OTHER)) == (wait, 0)
        assert not locks.opens(TEAM, "1357")  # too early
        now[0] += wait
    assert locks.opens(TEAM, "1357")
    assert (locks.wait(TEAM), table.mistyped(TEAM)) == (0, 0)


def test_an_empty_line_is_no_try():
    table = table_of(TEAM, OTHER)
    locks = locks_of(table)
    assert not locks.opens(TEAM, "")
    assert (locks.wait(TEAM), table.mistyped(TEAM)) == (0, 0)


def test_the_right_pin_opens_at_once_after_it_was_reset():
    table = table_of(TEAM, OTHER)
    locks = locks_of(table)
    locks.opens(TEAM, "9999")
    assert locks.wait(TEAM) == FIRST
    table.apply(FACILITATOR, SetPin(TEAM, ""))
    table.apply(TEAM, SetPin(TEAM, pins.lock_of(NEW)))
    assert table.mistyped(TEAM) == 0
    assert locks.opens(TEAM, NEW)


def test_whoever_was_wrong_waits_though_it_cannot_be_written_down():
    table = table_of(TEAM, OTHER)
    table.apply(TEAM, SetPin(TEAM, OLD))
    locks = Locks(lambda: table, lambda _: None, lambda: 0.0)
    assert not locks.opens(TEAM, "9999")
    assert locks.wait(TEAM) == FIRST
