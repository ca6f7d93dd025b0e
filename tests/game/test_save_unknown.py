"""Invariant 6 across versions: what this version does not know in a save is never left out in silence."""

import pytest

from engine.compiler.findings import unfit
from engine.game.intents import Lay, Seal
from engine.game.records import from_intent
from engine.game.save import SaveFile
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped, read_text

FERRY = read_shipped("ferry_rumour")


@pytest.fixture
def path(tmp_path):
    """A save in whose second turn somebody laid a card."""
    path = tmp_path / "evening.ghx"
    table = Table.start(FERRY, dict.fromkeys(FERRY.scenario.teams, HUMAN), save=path)
    for team in FERRY.scenario.teams:
        table.apply(team, Seal(team))
    table.apply("embassy", Lay("embassy", "agree_on_words"))
    table.close()
    return path


def append(path, *records):
    save, _ = SaveFile.reopen(path)
    for record in records:
        save.append(record)
    save.close()


@pytest.mark.parametrize(
    ("record", "named"),
    [
        ({"kind": "weather", "turn": 2}, "weather"),
        ({"kind": "intent", "by": "facilitator", "intent": "summon_storm"}, "summon_storm"),
        ({"kind": "intent", "by": "embassy", "intent": "lay", "loudly": True}, "lay"),
        ({"kind": "[@click=app.quit]x" * 40}, "[@click=app.quit]x"),
    ],
    ids=str,
)
@pytest.mark.parametrize("opened", [Table.resume, Table.replay])
def test_what_is_not_known_is_named_and_the_exercise_can_be_looked_at_up_to_there(path, record, named, opened):
    append(path, record, from_intent("harbour", Lay("harbour", "listen", "islanders")))
    before = path.read_bytes()
    table = opened(path)
    assert table.trouble is not None
    assert (table.trouble.code, table.trouble.get("turn")) == ("save.unknown", 2)
    assert all(named in say(lang, table.trouble) for lang in LANGUAGES)
    assert len(table.match.tray("embassy")) == 1
    assert table.match.tray("harbour") == ()
    assert table.apply("embassy", Seal("embassy")).reason == table.trouble
    table.close()
    assert path.read_bytes() == before


def test_an_exercise_whose_scenario_would_be_refused_today_can_still_be_looked_at(tmp_path):
    old = FERRY.source.replace("{by: 8, when: harbour_open,", "{by: islanders.samudra / 9,")
    reading = read_text(old.encode(), "old.yaml")
    assert [finding.code for finding in unfit(reading)] == ["COND004"]
    path = tmp_path / "old.ghx"
    Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), save=path).close()
    assert Table.replay(path).match.scenario == reading.scenario
