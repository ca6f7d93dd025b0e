"""What people want is stored and comes back as it was; a record that is amiss is no intent."""

import pytest

from engine.game.directing import Fire, Hold, Rewind, Rule, SetPace
from engine.game.intents import Because, Clock, Conduct, Foresee, Lay, Mistyped, Name, Note, PassSeat, SetPin, Slip
from engine.game.records import from_intent, to_intent
from engine.game.seats import Seat
from engine.text import Text

INTENTS = [
    Fire("x"),
    Hold("x"),
    Rule("injects: {}"),
    Rewind(3, fresh=True),
    SetPace("short"),
    Note(Text.of({"en": "a", "id": "b"}), hot_wash=True),
    Because("a", "b", Text.of("c")),
    Slip("a", "b", Text.of("c")),
    Foresee("a", 30),
    SetPin("a", ""),
    Mistyped("a", 3),
    Clock(30, running=False),
    Conduct(on=True),
    Name("a", Text.of("b")),
    Lay("a", "b", None, "personal"),
    PassSeat("a", Seat("bot", "smart")),
]


@pytest.mark.parametrize("intent", INTENTS, ids=lambda intent: type(intent).__name__)
def test_an_intent_comes_back_from_its_record(intent):
    record = from_intent("somebody", intent)
    assert to_intent(record) == ("somebody", intent)
    assert to_intent({**record, "surplus": 1}) is None
    for key in set(record) - {"kind", "voice"}:
        assert to_intent({**record, key: ["wrong"]}) is None
