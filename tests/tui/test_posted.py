"""What the board tells of what has reached everybody, on its screen, beside a hand-over and in its lines."""

from dataclasses import replace

from engine.text import Text
from tests.tui.screens import played, teams_of
from tui.plain.billboard import sections
from tui.widgets.billboard import happened
from tui.widgets.public import facts
from tui.widgets.wording import Tongue


def test_the_reason_for_which_a_meter_was_moved_stands_on_the_board_once_and_in_its_own_turn_alone():
    reason = "A law was passed"
    table = played(2, teams_of()[0])
    view = table.view(None)
    old = replace(view.inbox[0], new=False)
    letter = replace(old, name=Text.of(reason), text=Text.of(reason), sender=None, new=True)
    later = replace(letter, new=False)
    for inbox, times in (((letter, old), 1), ((later, old), 0), ((later,), 0)):
        now = replace(view, inbox=inbox, front=())
        pieces = [
            piece for section in happened(Tongue("en"), now) for piece in ([section.title], *section.pieces(60, 20))
        ]
        told = " ".join(line.plain for piece in pieces for line in piece)
        mirrored = facts(Tongue("en"), now, 60).plain
        in_lines = " ".join(sections(now, "en"))
        assert (told.count(reason), mirrored.count(reason), in_lines.count(reason)) == (times, times, times)
        assert (old.name.in_language("en") in told) == (not times and old in inbox)
    table.close()
