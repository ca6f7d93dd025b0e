"""That turns were taken back is told to everybody while they are played again, truly, and tells nothing else."""

import random

import pytest

from engine.game.directing import Fire, Rewind, SetPace
from engine.game.intents import Lay, Seal
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from tests.game.directed import TORCH, direct, seal, table

READERS = (None, *TORCH.scenario.teams)
HUMAN = "retailer"


def told(at):
    """What all read, which is the same for each, and in the situation line of every team."""
    (back,) = {at.view(reader).retaken for reader in READERS}
    for team in TORCH.scenario.teams:
        said = [each for each in at.view(team).situation if each.code.startswith("retaken.")]
        assert said == ([back] if back else [])
    return back


def turns_in(back):
    """The first and the last turn that are said to be played again."""
    first = next((part.get("n") for part in back.inside() if part.code == "screen.turn"), 0)
    return first, back.get("last")


def dice(at):
    return at.match.key(at.match.turn).tobytes()


@pytest.mark.parametrize("seed", range(3))
def test_all_read_of_it_in_the_turns_that_are_played_again_and_whether_the_dice_are_the_same(seed):
    draw, at = random.Random(seed), table()
    again, rolled, found = set(), {}, set()
    for _ in range(16):
        open_turn, ended = at.match.turn, at.ended
        before = dice(at)
        if ended or draw.random() < 0.35:
            to, fresh = draw.randint(max(at.match.book.first_turn, open_turn - 4), open_turn), draw.random() < 0.5
            again |= {to, *(turn.turn for turn in at.match.history if turn.turn >= to)}
            direct(at, Rewind(to, fresh))
            rolled |= {} if to != open_turn or ended else {to: before}
        else:
            seal(at)
            again.discard(open_turn)
            rolled[open_turn] = before
        if at.ended:
            assert told(at) is None
            continue
        back, turn = told(at), at.match.turn
        assert (back is not None) == (turn in again)
        if back is not None:
            first, last = turns_in(back)
            assert first <= turn <= last
            assert back.code.endswith("same") == (rolled[turn] == dice(at))
            found.add(back.code)
    assert len(found) > 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_words_from_when_the_turn_opens_anew_until_it_is_over(lang):
    at = table()
    seal(at, 4)
    turn = at.match.turn
    direct(at, Rewind(turn - 2, fresh=False))
    first, last = (Message.of("screen.turn", n=turn - 2), turn - 1)
    assert told(at) == Message.of("retaken.turns_same", turn=first, last=last)
    assert str(turn - 1) in say(lang, told(at))
    assert say(lang, told(at)) not in "".join(say(lang, each) for each in at.view(None).situation)
    seal(at)
    assert told(at)
    seal(at)
    assert told(at) is None
    direct(at, Rewind(turn, fresh=True))
    assert told(at) == Message.of("retaken.turn_fresh", turn=Message.of("screen.turn", n=turn), last=turn)


def test_no_secret_is_in_it():
    """What was ordered, fired and changed in the turns that were taken back leaves no trace in what is said of them."""
    quiet, busy = table(), table()
    seal(quiet)
    seal(busy)
    direct(busy, Fire("first_store_demo"))
    direct(busy, SetPace("short"))
    choice = busy.view(HUMAN).choices[0]
    busy.apply(HUMAN, Lay(HUMAN, choice.card, choice.target, choice.voice))
    for at in (quiet, busy):
        direct(at, Rewind(at.match.turn, fresh=False))
    assert told(quiet) == told(busy)
    assert [quiet.view(reader) for reader in READERS] == [busy.view(reader) for reader in READERS]


def test_a_table_that_is_opened_again_still_says_it(tmp_path):
    path = tmp_path / "exercise.ghx"
    at = table(path)
    seal(at, 2)
    direct(at, Rewind(at.match.turn - 1, fresh=True))
    before = told(at)
    at.close()
    with_it = Table.resume(path)
    assert (told(with_it), told(Table.replay(path))) == (before, before)
    with_it.apply(HUMAN, Seal(HUMAN))
    assert told(with_it) is None
    with_it.close()
