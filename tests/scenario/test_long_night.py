"""What does not fit together in a scenario with all that the format has: one finding each, at its place."""

import pytest

from engine.language.catalogue import say
from engine.scenario.names import Address, known, resolve
from tests.scenario.broken import FERRY, MARK, NIGHT, change, described, expected_place, read

MEAN = "Did you mean `{}`?".format
TO_TEAM = "Give the card a `target` with `team`, so that one is chosen with the order"

NAMES = [
    ("diaspora: 0.9}", "¦diasporas: 0.9}", "NAME001", MEAN("diaspora")),
    ("poll_bias: {samudra", "poll_bias: {¦students", "NAME001", "`students` is an audience"),
    ("samudra: [1, 2]", "¦parents: [1, 2]", "NAME001", "`parents` is an audience"),
    ("microblog: 60, video", "microblog: 60, ¦vidio", "NAME001", MEAN("video")),
    ("looks_like: curious", "looks_like: ¦furious", "NAME001", MEAN("curious")),
    ("[bots, angry, hurt]", "[bots, ¦students, hurt]", "NAME001", "`students` is an audience"),
    ("about: the_guard,", "about: ¦guard,", "NAME001", MEAN("the_guard")),
    ("after_listening: students", "after_listening: ¦student", "NAME001", MEAN("students")),
    ("pair: sign_there", "pair: ¦sign_ther", "NAME001", MEAN("sign_there")),
    ("broken_by: [refuse_talks]", "broken_by: [¦refuse_talk]", "NAME001", MEAN("refuse_talks")),
    ("prepare: {card: state_facts", "prepare: {card: ¦state_fact", "NAME001", MEAN("state_facts")),
    ("share: {to: target}", "share: {to: ¦torvia}", "NAME001", "`torvia` is a side"),
    (
        "when: own.clarity > 40}, {share: {to: mates}}",
        "when: own.clarity > 40}, {share: {to: ¦target}}",
        "NAME002",
        "Known here: ministry, embassy, town",
    ),
    ("[{share: {to: mates}}]", "[{share: {to: ¦target}}]", "NAME002", TO_TEAM),
    ("[{suspend: {team: target", "[{suspend: {team: ¦mates", "NAME002", "Known here: ministry, embassy, town"),
    ("team: target, platform: video", "team: target, platform: ¦vide", "NAME001", MEAN("video")),
    ("team: target, platform: video", "team: target, platform: ¦facts", "NAME001", "`facts` is a frame"),
    ("{team: all, platform: all", "{team: ¦own, platform: all", "NAME002", "Did you mean `town`?"),
    ("{expose: {team: own", "{expose: {team: ¦samudra", "NAME001", "`samudra` is a side"),
    ("[[ministry, embassy]]", "[[ministry, ¦embassi]]", "NAME001", MEAN("embassy")),
    ("[[ministry, embassy]]", "[[ministry, ¦ministry, embassy]]", "NAME004", "Remove one of the two"),
    ("drop_first: [ministry]", "drop_first: [¦minister]", "NAME001", MEAN("ministry")),
    ("relations: [own, target]", "relations: [¦own, torvia]", "NAME002", "Known here: samudra, torvia"),
    (
        "opinion_of: own, among: students",
        "opinion_of: ¦target, among: students",
        "NAME002",
        "Known here: samudra, torvia",
    ),
    # A voice that is heard, and a platform of the same name.
    (
        "radio: {name: Radio}",
        "¦personal: {name: In person}, radio: {name: Radio}",
        "NAME005",
        "Rename one of them, so that a condition can tell them apart",
    ),
    # Meters.
    ("own.channel.video, by", "¦own.channel.vidio, by", "NAME007", MEAN("own.channel.video")),
    ("own.channel.video, by", "¦own.channel, by", "NAME007", MEAN("own.channel.video")),
    # Lines.
    ("own.channel.video > 10", "¦embassy.channel.vidio > 10", "NAME003", MEAN("embassy.channel.video")),
    ("own.channel.video > 10", "¦own.chanel.video > 10", "NAME003", MEAN("own.channel.video")),
    ("casualties: students_hurt", "casualties: ¦student_hurt", "NAME003", MEAN("students_hurt")),
    (
        "casualties: students_hurt",
        "casualties: ¦own.clarity > 1",
        "NAME003",
        "`own` is the team that plays a card; here, write the team’s id",
    ),
    ("share: 30 + the_guard.heat", "share: 30 + ¦the_guard.heet", "NAME003", MEAN("the_guard.heat")),
    (
        "share: 20",
        "share: ¦20%",
        "COND002",
        "Only `by` of shift, spark, cool and each_turn takes one, and it stands alone, as in `10%`",
    ),
    ("own.clarity > 40}, {share", "¦own.charity > 40}, {share", "NAME003", MEAN("own.clarity")),
    ("broken_when: own.file", "broken_when: ¦own.fil", "NAME003", MEAN("own.file")),
    ("when: talks < 20 or", "when: ¦talk < 20 or", "NAME003", MEAN("talks")),
]


SENSE = [
    # Pairs and positions.
    (
        "target: {team: [town]}",
        "target: {team: [town, ¦embassy]}",
        "VALUE010",
        "Remove it from the list, or let `embassy` hold `sign_there`",
    ),
    (
        "target: {side: [samudra]}",
        "target: {side: [samudra, ¦torvia]}",
        "VALUE010",
        "Remove it from the list, or let `torvia` hold `sign_here`",
    ),
    ("position: {lasts: 3", "position: {lasts: ¦9", "TIME003", "Write at most 8, or more `turns` at `clock`"),
    (
        "personal, diaspora], position",
        "personal, diaspora], peacetime: ¦only, position",
        "VALUE011",
        "Leave `peacetime` out, or the position",
    ),
    (
        "personal, diaspora], position",
        "personal, diaspora], visible: parties, ¦position",
        "VALUE011",
        "Use `form: statement`, or `visible: parties` with a team as `target`",
    ),
    (
        "walk_out, target",
        "walk_out, ¦position: {lasts: 1, broken_by: [phish]}, target",
        "VALUE011",
        "Use `form: statement`, or `visible: parties` with a team as `target`",
    ),
    # Seats.
    (
        "merges: [[ministry, embassy]]",
        "merges: [¦[ministry, town]]",
        "VALUE013",
        "List only seats of one side together",
    ),
    ("drop_first: [ministry]", "¦drop_first: [ministry, embassy, town]", "VALUE013", "Take one seat out of the list"),
    # The crowd.
    (
        "casualties: students_hurt",
        "casualties: students_hurt or ¦town.clarity > 1",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "share: 20",
        "share: ¦town.clarity",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "when: not calm and turn < 4",
        "when: not calm and ¦doubts < 4",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "when: not calm and turn < 4",
        "when: not calm and ¦students.samudra < 4",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "when: not calm and turn < 4",
        "when: not calm and ¦town.clarity < 4",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "when: not calm and turn < 4",
        "when: not calm and ¦hard.samudra.torvia < 4",
        "COND003",
        "Use heat, stages, freedom, relations, public meters, flags and `turn`",
    ),
    (
        "asking: {name: People",
        "¦curious: {name: People",
        "NAME005",
        "Rename one of them, so that a condition can tell them apart",
    ),
    ("[institution, personal, diaspora]", "[institution, personal, ¦institution]", "NAME004", "Remove one of the two"),
]

LIGHTS_OUT = "effects: [{suspend: {team: all, platform: all, turns: 1}}]"
TOLD = "{share: {to: mates}}"

WARNINGS = [
    ([("on: backfire}", "on: kept_waiting}")], "USE011", ("cards", "shut_video", "effects", 1, "on")),
    (
        [("sign_here, promise_help,", "sign_here, promise_help, rehearse,")],
        "USE006",
        ("cards", "rehearse", "effects", 0, "prepare", "card"),
    ),
    ([(LIGHTS_OUT, "effects: [{share: {to: town}}]")], "USE013", ("injects", "blackout", "effects", 0, "share")),
    (
        [(LIGHTS_OUT, "effects: [{prepare: {card: phish}}]")],
        "USE013",
        ("injects", "blackout", "effects", 0, "prepare"),
    ),
    (
        [
            ("[listen, clear_words", "[clear_words"),
            (f", {TOLD}]}}\nfeed", "]}\nfeed"),
            (TOLD, "{raise: calm}"),
            ("form: statement, after_listening: students", "form: statement"),
        ],
        "USE007",
        ("cards", "post_stories", "after_listening"),
    ),
    ([("name: Everyday life, light: true", "name: Everyday life")], "USE008", ("casualties",)),
    (
        [("meter: own.channel.video, by", "meter: own.clarity, by"), ("microblog: 60, video: 20", "microblog: 60")],
        "USE009",
        ("teams", "embassy", "holds", 7),
    ),
    ([("looks_like: curious", "looks_like: angry")], "USE012", ("appearances", "curious")),
    ([("peacetime: also", "peacetime: no"), ("peacetime: only", "peacetime: no")], "USE010", ("clock", "peacetime")),
]


def test_the_long_night_itself_is_without_findings():
    assert described(read(NIGHT)) == []


@pytest.mark.parametrize(("old", "marked", "code", "hint"), NAMES)
def test_a_name_that_means_nothing_is_found_at_its_place(old, marked, code, hint):
    assert_one_error(old, marked, code, hint)


@pytest.mark.parametrize(("old", "marked", "code", "hint"), SENSE)
def test_what_makes_no_sense_is_found_at_its_place(old, marked, code, hint):
    assert_one_error(old, marked, code, hint)


def test_two_halves_that_nobody_can_lay_together_are_found_once_each():
    alone = change("shut_video, no_comment", "sign_here, shut_video, no_comment", NIGHT)
    for text in (
        alone.replace("clear_words, post_stories, sign_here, promise", "clear_words, post_stories, promise"),
        NIGHT.replace("target: {side: [samudra]}", "target: {side: [torvia]}"),
        NIGHT.replace("target: {team: [town]}", "target: {team: [embassy]}"),
    ):
        reading = read(text)
        assert [f.code for f in reading.findings] == ["VALUE010", "VALUE010"]
        assert {f.place for f in reading.findings} == {
            reading.places.of("cards", half, "pair") for half in ("sign_here", "sign_there")
        }


def test_a_card_without_comments_to_treat_is_an_error():
    start, end = NIGHT.index("appearances:"), NIGHT.index("feed:")
    text = (NIGHT[:start] + NIGHT[end:]).replace("{comments: [bots, angry, hurt]}", "{comments: any}")
    reading = read(text)
    assert [f.code for f in reading.findings] == ["VALUE012", "VALUE012"]
    assert reading.findings[0].place == reading.places.of("cards", "answer_some", "treats")


@pytest.mark.parametrize(("changes", "code", "path"), WARNINGS)
def test_what_can_never_be_of_use_is_a_warning(changes, code, path):
    text = NIGHT
    for old, new in changes:
        text = change(old, new, text)
    reading = read(text)
    assert reading.scenario is not None
    place = reading.places.key(*path) if isinstance(path[-1], str) and path[-1] != "card" else reading.places.of(*path)
    found = [(f.code, f.severity, f.place) for f in reading.findings]
    assert found in ([(code, "warning", place)], [(code, "warning", reading.places.of(*path))])


def test_a_half_that_the_other_does_not_name_is_found():
    for other, codes in (("sign_here", ["NAME008", "NAME012"]), ("listen", ["NAME012", "NAME012"])):
        reading = read(change("pair: sign_there", f"pair: {other}", NIGHT))
        assert [f.code for f in reading.findings] == codes
        assert reading.findings[0].place == reading.places.of("cards", "sign_here", "pair")
    assert say("en", reading.findings[0].hint) == "Write `pair: sign_here` at `listen`"


@pytest.mark.parametrize(
    ("stand", "found"),
    [
        (("sign_here", "sign_there"), []),
        ((), []),
        (("sign_here",), [("USE016", "warning", "Write `stands: true` at `sign_there` too, or remove it here")]),
        (("sign_there",), [("USE016", "warning", "Write `stands: true` at `sign_here` too, or remove it here")]),
    ],
)
def test_a_half_of_a_pair_that_stands_without_the_other_is_a_warning(stand, found):
    text = NIGHT
    for half in stand:
        text = change(f"  {half}: {{name", f"  {half}: {{stands: true, name", text)
    reading = read(text)
    assert [(f.code, f.severity, say("en", f.hint)) for f in reading.findings] == found
    if found:
        assert [f.place for f in reading.findings] == [reading.places.of("cards", half, "stands") for half in stand]
    assert described(read(change(", short: [1, 3, 5, 7]", "", text))) == []  # then every turn is decided


def test_comments_that_nobody_treats_are_a_warning():
    reading = read(change("answer_some, remove_some, practise", "practise", NIGHT))
    assert sorted(f.code for f in reading.findings) == ["USE001", "USE001", "USE012"]
    assert reading.places.key("comments") in [f.place for f in reading.findings]


def test_cards_for_turn_0_without_a_turn_0_are_a_warning():
    reading = read(change(",\n  peacetime: A quiet week. The annual fair opens on Monday.}", "}", NIGHT))
    assert [f.code for f in reading.findings] == ["USE010", "USE010"]
    assert [f.place for f in reading.findings] == [
        reading.places.of("cards", card, "peacetime") for card in ("listen", "practise")
    ]


def test_what_is_shared_counts_as_heard_and_what_is_asked_does_not():
    alone = change("[listen, clear_words", "[clear_words", NIGHT)
    assert described(read(alone)) == []
    asked = alone.replace(
        "effects: [{reveal: {audience: target}}]", "effects: [{reveal: {audience: target, how: asking}}]"
    )
    assert {f.code for f in read(asked).findings} == {"USE007"}


def assert_one_error(old, marked, code, hint):
    text = change(old, marked, NIGHT)
    reading = read(text.replace(MARK, ""))
    errors = [found for found in described(reading) if found[2] == "error"]
    assert reading.scenario is None
    assert errors == [(expected_place(text), code, "error", hint)]


@pytest.mark.parametrize(
    ("parts", "own", "address"),
    [
        (("embassy", "channel", "video"), None, Address("meter", "embassy.channel.video")),
        (("own", "channel", "video"), "town", Address("meter", "town.channel.video")),
        (("own", "channel", "video"), None, None),
        (("embassy", "channel", "everyday"), None, None),
        (("students", "channel", "video"), None, None),
        (("embassy", "channels", "video"), None, None),
    ],
)
def test_a_skill_on_a_platform_is_a_meter(parts, own, address):
    assert resolve(read(NIGHT).scenario, parts, own) == address


def test_skills_are_offered_too():
    offered = set(known(read(NIGHT).scenario, own=True))
    assert {"own.channel.video", "embassy.channel.radio"} <= offered


@pytest.mark.parametrize("word", ["channel", "mates", "comments", "file", "expectation"])
def test_words_of_the_format_are_no_ids(word):
    text = change("  doubts: {", f"  {word}: {{", NIGHT).replace("meter: doubts", f"meter: {word}")
    assert [f.code for f in read(text).findings] == ["NAME006"]


HANDS = ["town.clarity > 1", "embassy.channel.video > 1", "hard.torvia.samudra > 1", "students.samudra > 4"]


@pytest.mark.parametrize("asked", [*HANDS, "own.clarity > 1", "freedom > 1", "turn > 1", "hard.samudra.torvia > 1"])
def test_a_hand_that_tells_what_its_team_may_not_know_is_warned_of(asked):
    text = change("needs: own.channel.video > 10", f"needs: {asked}", NIGHT)
    found = [(finding.code, finding.severity) for finding in read(text).findings if finding.code.startswith("COND")]
    assert found == ([("COND005", "warning")] if asked in HANDS else [])


def test_a_score_of_the_whole_table_in_which_nothing_counts_is_found():
    parts = ("opinion", "control", "mission", "relations", "integrity")
    for kept in (None, "mission"):
        weights = ", ".join(f"weight_{part}: {int(part == kept)}" for part in parts)
        found = read(FERRY.replace("model: {", f"model: {{{weights}, ")).findings
        assert [finding.code for finding in found if finding.is_error] == ([] if kept else ["VALUE014"])
