"""A terminal that is too small: what mends it and how to do without is said, and keys explain and leave."""

import pytest

from engine.exits import FINE
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.text import Text
from tests.tui.screens import SMALL, settled, shown
from tests.tui.shelves import press, start
from tests.tui.storm import burst
from tui.farewell import started
from tui.screens.least import LEAST
from tui.screens.panels.reading import Reading
from tui.screens.small import SmallScreen
from tui.screens.start import StartScreen

SIZES = [(79, 24), (80, 23), (44, 14)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_what_mends_it_and_how_to_do_without_is_said(size, lang):
    async def steps(app, _):
        assert isinstance(app.screen, SmallScreen)
        told = " ".join(shown(app).split())
        for words in (
            Message.of("screen.small", columns=LEAST.width, lines=LEAST.height),
            Message.of("screen.small.remedy"),
            Message.of("action.help"),
            Message.of("action.quit"),
        ):
            assert say(lang, words) in told
        plain = Message.of("screen.small.plain", command=Text.of(" ".join([*started(), "--plain"])))
        assert "".join(say(lang, plain).split()) in "".join(told.split())

    start(steps, lang, size)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["f1", "question_mark"])
def test_help_is_opened_and_closed_and_what_lay_below_comes_back_once_there_is_room(key, lang):
    async def steps(app, pilot):
        await press(pilot, key)
        assert isinstance(app.screen, Reading)
        told = " ".join(app.screen.marked_words().plain.split())
        assert say(lang, Message.of("screen.small.help")) in told
        for each in ("language", "help", "quit"):
            assert say(lang, Message.of(f"action.{each}.help")) in told
        assert say(lang, Message.of("help.mouse")) not in told
        await press(pilot, "escape")
        assert isinstance(app.screen, SmallScreen)
        await press(pilot, key)
        await pilot.resize_terminal(*SMALL)
        await press(pilot, "escape")
        assert isinstance(app.screen, StartScreen)

    start(steps, lang, (44, 14))


def test_a_paper_below_is_called_up_as_often_as_its_key_comes_in_one_burst():
    async def steps(app, pilot):
        await press(pilot, "question_mark", "question_mark")
        wanted = app.screen
        await pilot.resize_terminal(44, 14)
        await press(pilot, "question_mark")
        burst(app, *["question_mark"] * 4)
        await settled(pilot)
        assert app.screen_stack[-2:] == [wanted, app.screen]
        await pilot.resize_terminal(*SMALL)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, StartScreen)

    start(steps, size=SMALL)


def test_the_key_that_leaves_leaves():
    async def steps(app, pilot):
        assert app.return_code is None
        await press(pilot, "q")
        assert app.return_code == FINE

    start(steps, size=(44, 14))
