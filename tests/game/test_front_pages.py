"""Front pages: each side's press tells what happened in its own way, and nothing that the public does not know."""

import pytest

from engine.game.intents import Lay, Seal
from engine.game.seats import HUMAN, Seat
from engine.game.table import Table
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.reader import read_shipped, read_text
from engine.scenario.shelf import shipped_file

CRISES = ("ferry_rumour", "torch_and_supermarket", "comment_storm", "after_the_wave", "last_bus_from_karath")


def injects_in(front):
    said = [each for page in front for each in (page.headline, *page.lines)]
    return [each for each in said if each.code.startswith("front.inject.")]


def news_in(line):
    """The headline of a letter, or its name."""
    news = dict(line.values)["news"]
    return dict(news.values)["name"] if isinstance(news, Message) else news


def words_of(front, lang="en"):
    return " ".join(say(lang, each) for page in front for each in (page.paper, page.headline, *page.lines))


def bots(scenario, seed=7):
    reading = read_shipped(scenario)
    return Table.start(reading, {team: Seat("bot", "smart") for team in reading.scenario.teams}, seed=seed)


@pytest.mark.parametrize("crisis", CRISES)
def test_every_side_has_a_headline_each_turn_in_each_language(crisis):
    at = bots(crisis)
    assert at.view(None).front == ()
    while not at.ended:
        at.play_on()
        front = at.view(None).front
        assert len(front) == len(at.match.scenario.sides)
        for lang in LANGUAGES:
            assert all(say(lang, page.headline).strip() for page in front)
            assert not set("{}") & set(words_of(front, lang))
        assert all(page.headline not in page.lines for page in front)


@pytest.mark.parametrize("crisis", CRISES)
def test_what_was_done_in_secret_and_did_not_leak_is_never_printed(crisis):
    at = bots(crisis)
    while not at.ended:
        at.play_on()
        turn, scenario = at.match.history[-1], at.match.scenario
        laid = [(option, *at.match.book.laid[option]) for option in turn.orders[turn.orders >= 0].tolist()]
        seen = {card for option, _, card, *_ in laid if option in turn.leaked()}
        seen |= {card for _, _, card, *_ in laid if scenario.cards[card].visible == "public"}
        printed = words_of(at.view(None).front)
        for _, _, card, *_ in laid:
            if card not in seen:
                assert str(scenario.cards[card].name) not in printed


@pytest.mark.parametrize("crisis", CRISES[1:])
def test_a_letter_that_not_everybody_got_is_never_printed(crisis):
    at, sent = bots(crisis), 0
    while not at.ended:
        at.play_on()
        played = at.match.history[-1]
        fired = dict(zip(at.match.book.msel, played.after.fired[0].tolist(), strict=True))
        printed = {news_in(each) for each in injects_in(at.view(None).front)}
        for name, inject in at.match.scenario.injects.items():
            if fired[name] == played.turn > 0 and inject.to != "all":
                sent += 1
                assert not {inject.name, inject.headline} & printed
    assert sent


def test_a_side_and_its_rival_tell_of_the_same_backfire_in_other_words():
    at, told = bots("torch_and_supermarket"), set()
    while not at.ended:
        at.play_on()
        told |= {each.code for page in at.view(None).front for each in (page.headline, *page.lines)}
    kinds = {code.split(".")[1] for code in told}
    assert {"backfire", "success", "stated", "agreed", "lost"} <= kinds
    assert any(code.startswith("front.backfire.own") for code in told)
    assert any(code.startswith("front.backfire.other") for code in told)


@pytest.mark.parametrize("crisis", CRISES[1:])
def test_before_the_crisis_no_letter_is_printed(crisis):
    at = bots(crisis)
    at.play_on()
    assert at.match.history[-1].turn <= 0
    codes = {each.code for page in at.view(None).front for each in (page.headline, *page.lines)}
    assert not any(code.startswith("front.inject.") for code in codes)


def test_a_turn_in_which_nothing_became_public_is_quiet():
    at = silent("ferry_rumour")
    seal_all(at)
    codes = {each.code for page in at.view(None).front for each in (page.headline, *page.lines)}
    assert not any("success" in code or "backfire" in code for code in codes)
    assert any(code.startswith("front.silent.own.") for code in codes)


def test_the_order_of_a_team_is_on_the_front_page_of_its_side():
    reading = read_shipped("ferry_rumour")
    teams = tuple(reading.scenario.teams)
    at = Table.start(reading, dict.fromkeys(teams, HUMAN), seed=7)
    for _ in range(3):
        for team in at.waiting:
            for choice in at.view(team).choices:
                if choice.visible == "public" and choice.why_not is None:
                    at.apply(team, Lay(team, choice.card, choice.target, choice.voice))
            at.apply(team, Seal(team))
        orders = {(order.team, str(order.card_name)) for each in at.view(None).bulletins for order in each.orders}
        for page, (side, written) in zip(at.view(None).front, reading.scenario.sides.items(), strict=True):
            assert page.paper == Message.of("front.of", side=written.name)
            told = [dict(each.values) for each in (page.headline, *page.lines) if ".own" in each.code]
            own = {
                (str(reading.scenario.teams[team].name), card)
                for team, card in orders
                if reading.scenario.teams[team].side == side
            }
            assert own & {(str(each.get("team")), str(each.get("card"))) for each in told}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_press_reads_the_same_in_two_turns_in_which_nothing_is_done(lang):
    """A story that stays hot is told as one that goes on, each turn in other words; and who was silent is said."""
    at = silent("torch_and_supermarket")
    before, codes = {}, set()
    while not at.ended:
        seal_all(at)
        codes |= {each.code for page in at.view(None).front for each in (page.headline, *page.lines)}
        for page in at.view(None).front:
            printed = {say(lang, each) for each in (page.headline, *page.lines)}
            assert not printed & before.get(page.paper, set())
            before[page.paper] = printed
    assert {"hot", "still", "silent"} <= {code.split(".")[1] for code in codes}


def silent(crisis):
    reading = read_shipped(crisis)
    return Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=7)


def seal_all(at):
    for team in at.waiting:
        at.apply(team, Seal(team))


@pytest.mark.parametrize("bot", [None, "prudent", "smart"])
@pytest.mark.parametrize("crisis", CRISES)
def test_no_two_sides_print_one_headline_or_the_same_news_below_it(crisis, bot):
    """Most of all where nobody does anything: then they used to print the same, line by line."""
    reading = read_shipped(crisis)
    at = Table.start(reading, dict.fromkeys(reading.scenario.teams, Seat("bot", bot) if bot else HUMAN), seed=7)
    while not at.ended:
        at.play_on() if bot else seal_all(at)
        front = at.view(None).front
        for lang in LANGUAGES:
            assert len({say(lang, page.headline) for page in front}) == len(front)
            assert len({tuple(say(lang, each) for each in page.lines) for page in front}) == len(front)


@pytest.mark.parametrize("crisis", CRISES)
def test_each_press_tells_of_its_own_side_first_and_of_others_second(crisis):
    at, both = bots(crisis), 0
    while not at.ended:
        at.play_on()
        for page in at.view(None).front:
            told = [each.code for each in (page.headline, *page.lines)]
            assert any(ours(code) for code in told)
            if not any(".lost." in code for code in told):
                assert ours(told[0]) or ours(told[1])
                both += any(not ours(code) for code in told)
    assert both


def ours(code):
    return code.startswith("struck.") or bool({"own", "ours"} & set(code.split(".")))


def test_a_hot_story_is_pressure_on_us_to_the_press_of_whom_it_hurts_and_to_others_that_they_are_under_pressure():
    at, told = silent("torch_and_supermarket"), set()
    while not at.ended:
        seal_all(at)
        for page, (side, written) in zip(at.view(None).front, at.match.scenario.sides.items(), strict=True):
            for each in (page.headline, *page.lines):
                if each.code.startswith(("front.hot.", "front.stage.", "front.still.")):
                    how, values = each.code.split(".")[2], dict(each.values)
                    story = next(it for it in at.match.scenario.narratives.values() if it.name == values["story"])
                    assert (how == "own") == (story.hurts.get(side, 0) > 0)
                    assert how != "other" or values["side"] != written.name
                    told.add(how)
    assert {"own", "other"} <= told


@pytest.mark.parametrize("crisis", [*CRISES, "first_hour"])
def test_a_letter_to_everybody_has_a_headline_that_says_who_did_what_in_both_languages(crisis):
    """The name of a letter is its title: *A date*, *One adverb*. A press prints more than that."""
    for inject in read_shipped(crisis).scenario.injects.values():
        if inject.to == "all":
            assert inject.headline
            for lang in LANGUAGES:
                said = dict(inject.headline.versions)[lang]
                assert said != inject.name.in_language(lang)
                assert len(said.split()) >= 5
                assert said.rstrip(".") == said
    at = bots(crisis)
    while not at.ended:
        at.play_on()
        told = [dict(each.values)["news"] for each in injects_in(at.view(None).front)]
        assert {*told} <= {inject.headline for inject in at.match.scenario.injects.values()}


HEADLINE, SENDER = "    headline: {en: Blurred", "    sender: {en: A popular account"


def printed_without(*starts, blank=False):
    """What the press of the ferry prints of letters, whose lines that begin so are left out, or say nothing."""
    source = shipped_file("ferry_rumour")[0].decode().split("\n")
    kept = [line for line in source if not line.startswith(starts)]
    assert len(kept) == len(source) - len(starts)
    for start in starts if blank else ():
        at = next(at for at, line in enumerate(source) if line.startswith(start))
        source[at] = start.partition("{")[0] + "{en: ' ', id: '  '},"
    reading = read_text("\n".join(source if blank else kept).encode(), "ferry_rumour.yaml")
    at, told = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=7), []
    while not at.ended:
        seal_all(at)
        told += injects_in(at.view(None).front)
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_letter_without_a_headline_is_printed_with_who_says_so_and_never_as_a_name_alone(lang):
    name = {"en": "A photograph of an antenna", "id": "Foto sebuah antena"}[lang]
    sender = {"en": "A popular account", "id": "Sebuah akun populer"}[lang]
    assert any(f"{sender}: {name}" in say(lang, each) for each in printed_without(HEADLINE))
    unsaid = {say(lang, each) for each in printed_without(HEADLINE, SENDER)}
    assert any(name in each for each in unsaid)
    assert name not in unsaid
    assert printed_without(HEADLINE, SENDER, blank=True) == printed_without(HEADLINE, SENDER)
