"""What does not fit together in a scenario with all that the format has: one finding each, at its place."""

import pytest

from engine.scenario.names import Address, known, resolve
from tests.scenario.broken import MARK, NIGHT, change, described, expected_place, read

MEAN = "Did you mean `{}`?".format
TO_TEAM = "Give the card a `target` with `team`, so that one is chosen with the order"

NAMES = [
    ("diaspora: 0.9}", "¦diasporas: 0.9}", "NAME001", MEAN("diaspora")),
    ("poll_bias: {samudra", "poll_bias: {¦students", "NAME001", "`students` is an audience"),
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
        None,
    ),
    ("[{share: {to: mates}}]", "[{share: {to: ¦target}}]", "NAME002", TO_TEAM),
    ("[{suspend: {team: target", "[{suspend: {team: ¦mates", "NAME002", None),
    ("team: target, platform: video", "team: target, platform: ¦vide", "NAME001", MEAN("video")),
    ("team: target, platform: video", "team: target, platform: ¦facts", "NAME001", "`facts` is a frame"),
    ("{team: all, platform: all", "{team: ¦own, platform: all", "NAME002", None),
    ("{expose: {team: own", "{expose: {team: ¦samudra", "NAME001", "`samudra` is a side"),
    ("[[ministry, embassy]]", "[[ministry, ¦embassi]]", "NAME001", MEAN("embassy")),
    ("[[ministry, embassy]]", "[[ministry, ¦ministry, embassy]]", "NAME004", None),
    ("drop_first: [ministry]", "drop_first: [¦minister]", "NAME001", MEAN("ministry")),
    ("relations: [own, target]", "relations: [¦own, torvia]", "NAME002", None),
    ("opinion_of: own, among: students", "opinion_of: ¦target, among: students", "NAME002", None),
    # A voice that is heard, and a platform of the same name.
    ("radio: {name: Radio}", "¦personal: {name: In person}, radio: {name: Radio}", "NAME005", None),
    # Meters.
    ("own.channel.video, by", "¦own.channel.vidio, by", "NAME007", MEAN("own.channel.video")),
    ("own.channel.video, by", "¦own.channel, by", "NAME007", MEAN("own.channel.video")),
    # Lines.
    ("embassy.channel.video > 10", "¦embassy.channel.vidio > 10", "NAME003", MEAN("embassy.channel.video")),
    ("embassy.channel.video > 10", "¦own.chanel.video > 10", "NAME003", MEAN("own.channel.video")),
    ("casualties: students_hurt", "casualties: ¦student_hurt", "NAME003", MEAN("students_hurt")),
    ("casualties: students_hurt", "casualties: ¦own.clarity > 1", "NAME003", None),
    ("share: 30 + the_guard.heat", "share: 30 + ¦the_guard.heet", "NAME003", MEAN("the_guard.heat")),
    ("share: 20", "share: ¦20%", "COND002", None),
    ("own.clarity > 40}, {share", "¦own.charity > 40}, {share", "NAME003", MEAN("own.clarity")),
    ("broken_when: own.network", "broken_when: ¦own.networth", "NAME003", MEAN("own.network")),
    ("when: talks < 20 or", "when: ¦talk < 20 or", "NAME003", MEAN("talks")),
]


def test_the_long_night_itself_is_without_findings():
    assert described(read(NIGHT)) == []


@pytest.mark.parametrize(("old", "marked", "code", "hint"), NAMES)
def test_a_name_that_means_nothing_is_found_at_its_place(old, marked, code, hint):
    assert_one_error(old, marked, code, hint)


def assert_one_error(old, marked, code, hint):
    text = change(old, marked, NIGHT)
    reading = read(text.replace(MARK, ""))
    errors = [found for found in described(reading) if found[2] == "error"]
    assert reading.scenario is None
    assert [found[:3] for found in errors] == [(expected_place(text), code, "error")]
    if hint is not None:
        assert errors[0][3] == hint


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
