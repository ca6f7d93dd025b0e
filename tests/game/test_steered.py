"""What was done to seats, PINs and seals stands among the facilitator's interventions, with its turn and team."""

from engine.game.answers import Accepted
from engine.game.directing import Hold, Release, Rewind, SetPace
from engine.game.intents import FACILITATOR, Conduct, PassSeat, Seal, SetPin
from engine.game.pins import lock_of
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped

FIRST, SECOND = "embassy", "harbour"


def begun(save=None):
    return Table.start(read_shipped("ferry_rumour"), {FIRST: HUMAN, SECOND: HUMAN}, pace="full", seed=7, save=save)


def log(table, lang="en"):
    return [(turn, say(lang, words)) for turn, words in table.console().interventions]


def names(table):
    return tuple(str(table.scenario.teams[team].name) for team in (FIRST, SECOND))


def test_a_pin_that_the_facilitator_resets_stands_in_the_log_and_one_that_a_team_chooses_does_not():
    table = begun()
    table.apply(FIRST, SetPin(FIRST, lock_of("1234")))
    assert log(table) == []
    table.apply(FACILITATOR, SetPin(FIRST, ""))
    turn, words = log(table)[0]
    assert turn == table.match.turn
    assert names(table)[0] in words
    assert "PIN" in words


def test_seats_that_are_passed_and_turns_sealed_from_the_console_stand_in_the_log_with_their_turn():
    table = begun()
    turn = table.match.turn
    table.apply(FACILITATOR, PassSeat(SECOND, HUMAN))  # nothing changes hands
    table.apply(FIRST, Seal(FIRST))
    assert log(table) == []
    table.apply(FACILITATOR, Seal(SECOND))
    assert log(table) == [(turn, f"Sealed from the console: {names(table)[1]}")]
    table.apply(FACILITATOR, PassSeat(SECOND, Seat("bot", "prudent")))
    at, passed = log(table)[1]
    assert at == turn + 1
    assert all(word in passed for word in (names(table)[1], "a person", "prudent"))
    table.apply(FACILITATOR, PassSeat(SECOND, HUMAN))
    for team in (FIRST, SECOND):
        table.apply(FACILITATOR, Seal(team))
    assert any(at == turn + 1 and all(name in words for name in names(table)) for at, words in log(table))


def test_all_of_it_outlives_a_rewind_and_comes_out_of_the_save_in_both_languages(tmp_path):
    table = begun(tmp_path / "game.save")
    table.apply(FIRST, SetPin(FIRST, lock_of("1234")))
    table.apply(FACILITATOR, SetPin(FACILITATOR, lock_of("5678")))
    for intent in (SetPin(FIRST, ""), SetPin(FACILITATOR, lock_of("8765")), Conduct(on=True), Seal(FIRST)):
        table.apply(FACILITATOR, intent)
    table.apply(FACILITATOR, Seal(SECOND))
    table.apply(FACILITATOR, Conduct(on=False))
    table.apply(FACILITATOR, Rewind(table.match.turn, fresh=False))
    before = {lang: log(table, lang) for lang in LANGUAGES}
    assert len(before["en"]) == 6
    table.close()
    again = Table.resume(tmp_path / "game.save")
    assert {lang: log(again, lang) for lang in LANGUAGES} == before
    again.close()


def test_what_was_done_within_a_turn_is_told_in_the_order_in_which_it_was_done(tmp_path):
    table = begun(tmp_path / "game.save")
    table.apply(FIRST, SetPin(FIRST, lock_of("1234")))
    inject = table.match.book.msel[-1]
    for intent in (
        Hold(inject),
        SetPin(FIRST, ""),
        Seal(FIRST),
        Release(inject),
        PassSeat(FIRST, Seat("bot", "prudent")),
        Rewind(1, fresh=False),
        PassSeat(FIRST, HUMAN),
        SetPace("short"),
        Conduct(on=True),
        SetPace("full"),
    ):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted), intent
    told = [words for _, words in log(table)]
    begins = ["Taken back with its turn: Held", "PIN"]
    begins += ["Taken back with its turn: Sealed", "Taken back with its turn: Released", "Seat passed"]
    begins += ["Taken back to turn 1", "Seat passed", "From the next turn on", "From here on", "From the next turn on"]
    assert [words.startswith(begin) for words, begin in zip(told, begins, strict=True)] == [True] * len(begins)
    table.close()
    again = Table.resume(tmp_path / "game.save")
    assert [words for _, words in log(again)] == told
    again.close()


def test_what_outlives_a_turn_that_is_taken_back_is_told_before_that(tmp_path):
    table = begun(tmp_path / "game.save")
    inject = table.match.book.msel[-1]
    for intent in (Hold(inject), Conduct(on=True), Seal(FIRST), Seal(SECOND)):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted), intent
    table.play_on()
    later = table.match.turn
    for intent in (Release(inject), Rewind(later, fresh=False), Conduct(on=False), Hold(inject)):
        table.apply(FACILITATOR, intent)
    told = [words for _, words in log(table)]
    table.close()
    begins = ["Held", "From here on", "Sealed", "Taken back with its turn: Released", f"Taken back to turn {later}"]
    begins += ["From here on"]
    assert [words.startswith(begin) for words, begin in zip(told, begins, strict=False)] == [True] * len(begins)
