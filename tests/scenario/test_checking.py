"""Each kind of thing that does not fit together: one finding, at its place."""

import pytest

from engine.compiler.findings import unfit
from engine.language.catalogue import say
from engine.scenario.findings import Place
from engine.scenario.glossary import concepts
from tests.scenario.broken import FERRY, MARK, change, described, expected_place, read

MEAN = "Did you mean `{}`?".format
BOTH = "Known here: samudra, torvia"
CARDS = (
    "Known here: listen, agree_on_words, cargo_list, answer_questions, joint_inspection, navy_escort, block_the_word"
)

ERRORS = [
    # References.
    ("side: samudra", "side: ¦samudr", "NAME001", MEAN("samudra")),
    ("side: torvia", "side: ¦harbour", "NAME001", "`harbour` is a team"),
    ("relations: {torvia: 10}", "relations: {¦velmar: 10}", "NAME001", BOTH),
    ("opinion: {samudra: -5}", "opinion: {¦samudr: -5}", "NAME001", MEAN("samudra")),
    ("{capital_press: 0.3}", "{¦capital: 0.3}", "NAME001", MEAN("capital_press")),
    ("fit: {radio", "fit: {¦raido", "NAME001", MEAN("radio")),
    ("hurts: {samudra: 1.0}", "hurts: {¦islanders: 1.0}", "NAME001", "`islanders` is an audience"),
    ("among: {islanders: 0.6}", "among: {¦samudra: 0.6}", "NAME001", "`samudra` is a side"),
    ("feeds: {help_is_late", "feeds: {¦help", "NAME001", MEAN("help_is_late")),
    ("holds: [listen, agree", "holds: [¦listn, agree", "NAME001", MEAN("listen")),
    (
        "cards: [navy_escort]",
        "cards: [¦boat]",
        "NAME001",
        CARDS,
    ),
    ("frame: care", "frame: ¦radio", "NAME001", "`radio` is a platform"),
    ("platform: radio", "platform: ¦tv", "NAME001", "Known here: microblog, radio"),
    ("about: help_is_late", "about: ¦help_late", "NAME001", MEAN("help_is_late")),
    (
        "about: help_is_late",
        "about: ¦target",
        "NAME002",
        "Give the card a `target` with `narrative`, so that one is chosen with the order",
    ),
    ("target: {audience: [islanders]}", "target: {audience: [¦island]}", "NAME001", MEAN("islanders")),
    ("to: [embassy, harbour]", "to: [embassy, ¦harbor]", "NAME001", MEAN("harbour")),
    ("any: [cargo_list", "any: [¦cargo", "NAME001", MEAN("cargo_list")),
    ("raise: list_published", "raise: ¦list_publish", "NAME001", MEAN("list_published")),
    ("unlock: {card: navy_escort", "unlock: {card: ¦navy_escorts", "NAME001", MEAN("navy_escort")),
    ("team: embassy}", "team: ¦all}", "NAME002", "Known here: embassy, harbour"),
    ("inject: thank_you", "inject: ¦thanks_you", "NAME001", MEAN("thank_you")),
    ("reveal: {audience: target}", "reveal: {audience: ¦islander}", "NAME001", MEAN("islanders")),
    ("reveal: {audience: target}", "reveal: {audience: target, to: ¦samudra}", "NAME001", "`samudra` is a side"),
    ("relations: [samudra, torvia]", "relations: [samudra, ¦own]", "NAME002", "Known here: samudra, torvia"),
    ("{opinion_of: samudra, among: all", "{opinion_of: ¦own, among: all", "NAME002", "Known here: samudra, torvia"),
    ("{samudra: 0, torvia: 0.4}", "{samudra: 0, ¦torva: 0.4}", "NAME001", MEAN("torvia")),
    (
        "{block: {narrative: spies_aboard}}",
        "{block: {narrative: ¦target}}",
        "NAME002",
        "Give the card a `target` with `narrative`, so that one is chosen with the order",
    ),
    (
        "cool: {narrative: help_is_late",
        "cool: {narrative: ¦target",
        "NAME002",
        "Give the card a `target` with `narrative`, so that one is chosen with the order",
    ),
    (
        "spark: {narrative: help_is_late",
        "spark: {narrative: ¦target",
        "NAME002",
        "Known here: spies_aboard, help_is_late",
    ),
    # Meters.
    ("meter: own.clarity", "meter: ¦own.charity", "NAME007", MEAN("own.clarity")),
    ("meter: supplies", "meter: ¦supply", "NAME007", MEAN("supplies")),
    ("meter: supplies", "meter: ¦target.clarity", "NAME007", "Did you mean `harbour.clarity`?"),
    ("meter: supplies", "meter: ¦spies_aboard.heat", "NAME007", "Move the heat of a story with `spark` or `cool`"),
    (
        "meter: supplies",
        "meter: ¦islanders.samudra",
        "NAME007",
        "Write `opinion_of` with the side and `among` with the audience",
    ),
    ("{opinion_of: samudra, among: all", "{meter: ¦own.clarity", "NAME007", "Did you mean `harbour.clarity`?"),
    # Names in conditions.
    ("when: supplies >= 50", "when: ¦supply >= 50", "NAME003", MEAN("supplies")),
    ("and spies_aboard.heat < 30", "and ¦spies_aboard.head < 30", "NAME003", MEAN("spies_aboard.heat")),
    ("and spies_aboard.heat < 30", "and ¦spies_aboard < 30", "NAME003", MEAN("spies_aboard.heat")),
    ("and spies_aboard.heat < 30", "and ¦islanders.torva < 30", "NAME003", MEAN("islanders.torvia")),
    ("relations.samudra.torvia >", "¦relations.samudra >", "NAME003", MEAN("relations.samudra.torvia")),
    ("relations.samudra.torvia >", "¦relations.samudra.samudra >", "NAME003", MEAN("relations.samudra.torvia")),
    (
        "and own.clarity >= 45",
        "and ¦own >= 45",
        "NAME003",
        "Write `own.` and one of: credibility, clarity, network, file, expectation, backlog, hours, budget",
    ),
    (
        "and own.clarity >= 45",
        "and ¦target.clarity >= 45",
        "NAME003",
        "A condition cannot ask about the target; name it by its id",
    ),
    (
        "when: supplies < 30 and",
        "when: ¦own.hours < 30 and",
        "NAME003",
        "`own` is the team that plays a card; here, write the team’s id",
    ),
    (
        "{by: 8, when: harbour_open",
        "{by: 8, when: ¦harbour",
        "NAME003",
        "Write `harbour.` and one of: credibility, clarity, network, file, expectation, backlog, hours, budget",
    ),
    ("mission: supplies", "mission: ¦suplies", "NAME003", MEAN("supplies")),
    # Percentages.
    (
        "when: supplies >= 50",
        "when: ¦50%",
        "COND002",
        "Only `by` of shift, spark, cool and each_turn takes one, and it stands alone, as in `10%`",
    ),
    (
        "{by: 8, when: harbour_open",
        "{by: 8, when: ¦8%",
        "COND002",
        "Only `by` of shift, spark, cool and each_turn takes one, and it stands alone, as in `10%`",
    ),
    (
        "mission: supplies",
        "mission: ¦10%",
        "COND002",
        "Only `by` of shift, spark, cool and each_turn takes one, and it stands alone, as in `10%`",
    ),
    # Ids.
    ("holds: [listen, answer", "holds: [listen, ¦listen, answer", "NAME004", "Remove one of the two"),
    ("cards: [navy_escort]", "cards: [navy_escort, ¦navy_escort]", "NAME004", "Remove one of the two"),
    ("[samudra, torvia]", "[samudra, ¦samudra]", "NAME004", "Remove one of the two"),
    # Sense.
    ("{capital_press: 0.3}", "{capital_press: 0.3, ¦islanders: 0.2}", "NAME008", "Name another one, or remove this"),
    ("relations: {torvia: 10}", "relations: {torvia: 10, ¦samudra: 3}", "NAME008", "Name another one, or remove this"),
    ("feeds: {help_is_late", "feeds: {¦spies_aboard", "NAME008", "Name another one, or remove this"),
    (
        "torvia: {name: {en: Torvia, id: Torvia}}",
        "torvia: {name: {en: Torvia, id: Torvia}, relations: {¦samudra: 9}}",
        "KEY005",
        "Remove one of the two",
    ),
    ("range: [0, 100]", "¦range: [100, 0]", "VALUE008", "Write the least value first, as in `[0, 100]`"),
    ("start: 10,", "start: ¦101,", "VALUE008", "Write a start between them, or widen `range`"),
    ("start: 10, range: [0, 100]", "¦range: [5, 100]", "VALUE008", "Write a start between them, or widen `range`"),
    (
        "short: [1, 3, 5, 7]",
        "short: [¦2, 3, 5, 7]",
        "TIME002",
        "Begin with 1 and let the turns rise, as in `[1, 3, 5]`",
    ),
    (
        "short: [1, 3, 5, 7]",
        "short: [1, 5, ¦3, 7]",
        "TIME002",
        "Begin with 1 and let the turns rise, as in `[1, 3, 5]`",
    ),
    (
        "short: [1, 3, 5, 7]",
        "short: [1, 3, ¦3, 7]",
        "TIME002",
        "Begin with 1 and let the turns rise, as in `[1, 3, 5]`",
    ),
    ("short: [1, 3, 5, 7]", "short: [1, 3, 5, ¦9]", "TIME003", "Write at most 8, or more `turns` at `clock`"),
    ("turn: 2", "turn: ¦9", "TIME003", "Write at most 8, or more `turns` at `clock`"),
    ("    until: 6", "    until: ¦9", "TIME003", "Write at most 8, or more `turns` at `clock`"),
    ("    until: 6", "    until: ¦2", "TIME003", "Write the later turn under `until`, or leave it out"),
    ('"2031-11-03 06:00"', '¦"2031-02-30 06:00"', "TIME001", 'Write it as "2031-04-10 08:00"'),
    ('"2031-11-03 06:00"', '¦"2031-11-03 24:30"', "TIME001", 'Write it as "2031-04-10 08:00"'),
    ('"2031-11-03 06:00"', '¦"0000-11-03 06:00"', "TIME001", 'Write it as "2031-04-10 08:00"'),
    ('"2031-11-03 06:00"', '¦"9999-12-31 06:00"', "TIME001", 'Write it as "2031-04-10 08:00"'),
    ("{strike_heat: 8", "{orders_per_round: ¦1.5, strike_heat: 8", "VALUE001", "Write digits alone, as in `3`"),
    ("{strike_heat: 8", "{stage_turns: ¦2.5, strike_heat: 8", "VALUE001", "Write digits alone, as in `3`"),
    (
        "to: [embassy, harbour]",
        "¦to: []",
        "VALUE005",
        "Add what is missing, or remove the key where nothing must stand",
    ),
    (
        "on: [success, partial]",
        "¦on: []",
        "VALUE005",
        "Add what is missing, or remove the key where nothing must stand",
    ),
    (
        "target: {audience: any}",
        "target: {¦audience: []}",
        "VALUE005",
        "Add what is missing, or remove the key where nothing must stand",
    ),
]

WARNINGS = [
    (
        "samudra: {name: {en: Samudra, id: Samudra}",
        "samudra: {name: ' '",
        "name: ¦' '",
        "LANG002",
        "Write something, or leave the key out",
    ),
    (
        "samudra: {name: {en: Samudra, id: Samudra}",
        f"samudra: {{name: {'k' * 121}",
        f"name: ¦{'k' * 121}",
        "LANG003",
        "Shorten it, and put more under `text`",
    ),
    (
        "injects:\n",
        "coach: [{at: cards, turn: 9, text: {en: x, id: x}}]\ninjects:\n",
        "turn: ¦9, text",
        "TIME007",
        "Write at most 8, or more `turns` at `clock`",
    ),
    (" turn: 2,", "", "  ¦photograph:", "TIME004", "Give it a `turn`, or let an effect `schedule` it"),
    (
        "to: [embassy, harbour],",
        "to: [embassy, harbour], until: 8,",
        "¦until: 8",
        "TIME005",
        "Write `turn` too, or remove `until`",
    ),
    (", block_the_word]", "]", "  ¦block_the_word: {", "USE001", "Add it to `holds` of a team"),
    (
        "needs: list_published and own",
        "needs: own",
        "  ¦list_published: {",
        "USE002",
        "Ask for it in a `when` or `needs`, or remove it",
    ),
    (
        ",\n      {raise: list_published}]",
        "]",
        "  ¦list_published: {",
        "USE003",
        "Let an effect `raise` it, or remove it",
    ),
    (
        "      - unlock: {card: navy_escort, team: embassy}\n",
        "",
        "locked: ¦true",
        "USE004",
        "Let an effect `unlock` it, or remove `locked`",
    ),
    (
        "expects: {any: [cargo_list",
        "to: [embassy], expects: {any: [block_the_word",
        "expects: {¦any",
        "USE005",
        "Give such a card to one of them, or send it `to` another team",
    ),
]


@pytest.mark.parametrize(("old", "marked", "code", "hint"), ERRORS)
def test_what_does_not_fit_is_found_at_its_place(old, marked, code, hint):
    text = change(old, marked)
    reading = read(text.replace(MARK, ""))
    errors = [found for found in described(reading) if found[2] == "error"]
    assert reading.scenario is None
    assert errors == [(expected_place(text), code, "error", hint)]


@pytest.mark.parametrize(("old", "new", "marked", "code", "hint"), WARNINGS)
def test_what_is_of_no_use_is_a_warning_and_can_be_played(old, new, marked, code, hint):
    text = (
        change(old, new).replace(", answer_questions], within", "], within") if code == "USE005" else change(old, new)
    )
    reading = read(text)
    place = expected_place(text.replace(marked.replace(MARK, ""), marked, 1))
    assert reading.scenario is not None
    assert described(reading) == [(place, code, "warning", hint)]


def test_a_text_that_lacks_a_language_is_a_warning():
    marked = change("care: {name: {en: Care, id: Kepedulian}}", f"care: {{{MARK}name: {{id: Kepedulian}}}}")
    reading = read(marked.replace(MARK, "").replace(", id: Rumor Kapal Feri", ""))
    assert reading.scenario is not None
    found = {str(f.place): (f.code, f.severity, say("en", f.message)) for f in reading.findings}
    assert found.pop(expected_place(marked)) == ("LANG001", "warning", "This text is missing in: en")
    assert found.pop(str(reading.places.of("title"))) == ("LANG001", "warning", "This text is missing in: id")
    assert found == {}


@pytest.mark.parametrize(
    ("section", "old", "new", "code"),
    [
        ("meters", "  supplies: {", "  islanders: {", "NAME005"),
        ("flags", "  list_published:", "  embassy:", "NAME005"),
        ("flags", "  list_published:", "  turn:", "NAME006"),
        ("flags", "  list_published:", "  lambda:", "NAME006"),
        ("frames", " care: {", " radio: {", "NAME005"),
    ],
)
def test_an_id_is_one_thing_and_no_reserved_word(section, old, new, code):
    text = change(old, new)
    name = new.strip(" :{")
    reading = read(text)
    places = [f.place for f in reading.findings if f.code == code]
    assert places == [reading.places.key(section, name)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{by: 8, when", "{by: 8%, when"),
        ("{meter: supplies, by: 20}", "{meter: supplies, by: -20%}"),
        ("{meter: own.clarity, to: 65, by: 15}", "{meter: own.clarity, to: 65, by: 15%}"),
        ("help_is_late, by: 12}", "help_is_late, by: 12%}"),
    ],
)
def test_a_percentage_may_stand_wherever_there_is_a_whole_to_take_it_of(old, new):
    reading = read(change(old, new))
    assert described(reading) == []
    assert unfit(reading) == ()


def test_attention_adds_up_to_one_at_most():
    text = FERRY.replace("{capital_press: 0.3}", "{capital_press: 0.7, harbour_staff: 0.2, sailors: 0.1}")
    extra = "".join(f"  {name}: {{name: {{en: x, id: x}}}}\n" for name in ("harbour_staff", "sailors"))
    text = text.replace("  capital_press: {", f"{extra}  capital_press: {{")
    assert described(read(text)) == []
    over = text.replace("sailors: 0.1}", "sailors: 0.101}").replace("listens_to:", f"{MARK}listens_to:")
    assert [found[:2] for found in described(read(over.replace(MARK, "")))] == [(expected_place(over), "VALUE007")]


def test_a_concept_that_the_glossary_lacks_is_found_where_there_is_a_glossary():
    found = [f.code for f in read(change("[two_way]", "[two_ways]")).findings]
    assert found == (["NAME009"] if concepts() else [])


def test_a_finding_stands_in_the_file_that_was_named():
    (finding,) = read(change("turns: 8", "turns: 0")).findings
    assert isinstance(finding.place, Place)
    assert say("en", finding.message) == "The number must be at least 1"
