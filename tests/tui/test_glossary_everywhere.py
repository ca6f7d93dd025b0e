"""The glossary is reached at every screen, by its key and by the palette, and is the same for everybody."""

import io

import pytest

from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.glossary import concepts, explained, words
from tests.tui.scenes import SCENES, at, scene_of
from tests.tui.screens import played, shown, teams_of
from tests.tui.test_screens_room import play, press
from tui.plain.commands import Command, understand
from tui.plain.table import PlainTable
from tui.registry.action import SCREENS
from tui.screens.palette import lines_of, score
from tui.screens.panels.glossary import GlossaryPanel
from tui.screens.panels.reading import MOST, Reading
from tui.screens.result import ResultScreen

FIRST_HOUR = "first_hour"


@pytest.mark.parametrize("place", SCREENS)
def test_the_glossary_is_one_key_away_at_every_screen_and_found_in_both_languages(place):
    async def look(app, pilot):
        lines = lines_of(app.screen)
        for typed in ("glossary", "glosarium", "gloss", "concept", "konsep"):
            assert any(score(typed, line) for line in lines), typed
        for name in {*concepts(), *words()}:
            for lang in LANGUAGES:
                assert any(explained(name).name.in_language(lang) in line.names for line in lines), name
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(app.screen, GlossaryPanel)

    at(scene_of(place), look)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_of_the_glossary_is_explained_with_where_it_shows_and_its_source(lang):
    async def look(app, pilot):
        app.screen.query_one("#glossary").mark("endex")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        said = " ".join(app.screen.marked_words().plain.split())
        for words_of in (explained("endex").text, explained("endex").shown, explained("endex").source):
            assert " ".join(words_of.in_language(lang).split()) in said

    at(SCENES["glossary"], look, lang)


def test_words_that_are_looked_up_one_upon_another_pile_up_no_further_than_one_goes_back():
    async def look(app, pilot):
        below = len(app.screen_stack)
        for name in [*sorted(words())[: MOST + 2], min(words())]:
            next(line for line in lines_of(app.screen) if line.names[0] == str(explained(name).name)).run()
            await pilot.pause()
            assert explained(name).name.in_language("en") in shown(app)
            assert len(app.screen_stack) <= below + MOST
        assert len(app.screen_stack) == below + 1

    at(scene_of("room"), look)


def test_at_endex_explain_is_never_empty_even_in_an_exercise_that_was_opened_when_it_was_over():
    table = played(9, teams_of(FIRST_HOUR)[0], FIRST_HOUR)
    assert table.ended

    async def steps(app, pilot):
        assert isinstance(app.screen, ResultScreen)
        await press(pilot, "e")
        assert app.tongue.plain(Message.of("screen.concept.none")) not in shown(app)
        assert isinstance(app.screen, GlossaryPanel | Reading)

    play(table, steps)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", ["start", "lobby", "handover", "room", "bulletin", "result", "console"])
def test_plain_mode_has_the_glossary_at_each_of_its_places(place, lang):
    understood = understand(lang, place, f"{say(lang, Message.of('action.glossary.word'))} endex")
    assert isinstance(understood, Command)
    assert understood.action.id == "glossary"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_mode_lists_and_explains(lang):
    word, write = say(lang, Message.of("action.glossary.word")), io.StringIO()
    lines = [word, f"{word} endex", f"{word} tray" if lang == "en" else f"{word} baki", "quit"]
    team = teams_of()[0]
    PlainTable(played(1, team), io.StringIO("".join(f"{line}\n" for line in lines)), write, lang).run()
    printed = " ".join(write.getvalue().split())
    for name in ("endex", "tray"):
        assert " ".join(explained(name).text.in_language(lang).split())[:40] in printed
    assert all(" ".join(explained(name).name.in_language(lang).split()) in printed for name in words())
