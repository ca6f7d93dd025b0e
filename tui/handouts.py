"""Prints for paper what each team needs at its table: its brief, its aims, and its cards by the umpire's numbers."""

import sys
from collections.abc import Sequence

from engine.compiler.findings import proved
from engine.exits import FINE, INPUT, USAGE
from engine.game.ending import Aim
from engine.game.facts import IN_PART, PRICE
from engine.game.hand import group_of
from engine.game.needs import unmarked
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.game.view import Choice, View
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import find
from engine.text import Text
from engine.tools.check import line
from tui.plain import room
from tui.plain.cards import Listed, listed, name_of
from tui.plain.page import columns, said, wrap
from tui.streams import complain
from tui.words import amount, cost_of, told

_NAME, _COST = 52, 18
_INDENT = " " * 6
_NEW_PAGE = "\f"
"""Makes a printer begin a sheet for each team, so that none stands on the back of another's."""
_CUT = " ".join("-" * 40)
"""Where a sheet is cut up."""
STANDING = {"refused.locked_card", "refused.needs", "refused.lapsed", "refused.unheard", "refused.no_channel"}
"""What stands against a card not for this turn only, and would surprise whoever has it on paper."""


def run(scenario: str, lang: str, team: str | None = None, *, later: bool = False) -> int:
    """Print the handouts of one team, or of all, or else the cards that open `later`; return the exit code."""
    reading = proved(find(scenario))
    if reading.scenario is None:
        for finding in reading.findings:
            complain(line(finding, lang))
        return INPUT
    teams = tuple(reading.scenario.teams)
    if team is not None and team not in teams:
        known = tuple(Text.of(each) for each in teams)
        complain(say(lang, Message.of("seat.team", team=Text.said_back(team), teams=known)))
        return USAGE
    table = Table.start(reading, dict.fromkeys(teams, HUMAN))
    wanted = [each for each in teams if team in {None, each}]
    pages = [opening_later(table, wanted, lang)] if later else [handout(table.view(each), lang) for each in wanted]
    sys.stdout.write(_NEW_PAGE.join("".join(f"{row}\n" for row in page) for page in pages))
    return FINE


def opening_later(table: Table, teams: Sequence[str], lang: str) -> list[str]:
    """Lay out, for the facilitator alone, the cards that are on no team's sheet, to be cut out and handed over.

    Their names tell what is to come. Which letter a target gets is known once it is open, so that no target is named.
    """
    lines = wrap(say(lang, Message.of("plain.heading", title=table.scenario.title)))
    lines += said(lang, Message.of("handout.later"), indent="")
    slips = [line for team in teams for line in _slips(table, team, lang)]
    return [*lines, *(slips or ["", *said(lang, _all_open(table, teams), indent="")]), ""]


def _all_open(table: Table, teams: Sequence[str]) -> Message:
    """Say that no card opens later: of the exercise or, where one team alone is asked about, of that team."""
    if len(teams) > 1:
        return Message.of("handout.all_open")
    return Message.of("handout.all_open_of", team=table.view(teams[0]).called)


def _slips(table: Table, team: str, lang: str) -> list[str]:
    """Lay out a team's cards that open later. What each is aimed at stands outside of what is cut out."""
    view, by_card, lines = table.view(team), dict[int, list[Choice]](), list[str]()
    for choice in table.unopened(team):
        by_card.setdefault(choice.number, []).append(choice)
    for number in sorted({*view.unheard, *view.unsorted}):
        first = by_card[number][0]
        lines += [
            "",
            *said(lang, _opens(table, by_card[number]), indent=""),
            _CUT,
            *wrap(told(lang, view.team_name or Text.of(team))),
        ]
        lines += [*_head(first, told(lang, first.name), lang), *_below(_lasting(first), lang), _CUT]
    return lines


def _opens(table: Table, choices: Sequence[Choice]) -> Message:
    """Say when a card opens that is aimed at stories, or else at comments that are not sorted yet."""
    stories, aimed = table.scenario.narratives, dict.fromkeys(each.target for each in choices)
    heard_of = tuple(Message.of("need.named", name=stories[name].name) for name in aimed if name in stories)
    return Message.of("handout.opens_heard", stories=heard_of) if heard_of else Message.of("handout.opens_sorted")


def handout(view: View, lang: str) -> list[str]:
    """Lay out what a team may know before the first round, as lines of at most 80 cells."""
    title = Message.of("plain.room", team=view.called, side=view.side_name or Text.of(""))
    purse = Message.of(
        "handout.purse", hours=amount(view.purse.hours), budget=amount(view.purse.budget), n=view.purse.slots_left
    )
    calm = (Message.of("handout.peacetime"),) if view.peacetime else ()
    return [
        *wrap(say(lang, Message.of("plain.heading", title=view.title))),
        *wrap(say(lang, title)),
        "",
        *room.brief(view, lang),
        *_aims("plain.objectives", "plain.aim", view.objectives, lang),
        *_aims("plain.red_lines", "plain.aim_line", view.red_lines, lang),
        "",
        *said(lang, Message.of("handout.how"), purse, *calm, indent=""),
        *_cards(listed(view), lang),
        *_to_come(view, lang),
        "",
    ]


def _aims(head: str, code: str, aims: Sequence[Aim], lang: str) -> list[str]:
    lines = ["", *said(lang, Message.of(head), indent="")] if aims else []
    for aim in aims:
        lines += wrap(say(lang, Message.of(code, text=aim.text, n=aim.points)), first="  - ", rest="    ")
    return lines


def _cards(cards: Sequence[Listed], lang: str) -> list[str]:
    """List the cards by their groups, each with what it takes and, below, what else a sheet has to say of it."""
    lines: list[str] = []
    groups = dict.fromkeys(group_of(card.first) for card in cards)
    for group in groups:
        lines += ["", say(lang, Message.of(f"group.{group}"))]
        for card in cards:
            if group_of(card.first) == group:
                lines += _card(card, lang)
    return lines


def _to_come(view: View, lang: str) -> list[str]:
    """Say which numbers are missing on the sheet; what those cards are called could tell what nobody has heard yet."""
    lines: list[str] = []
    for code, missing in (("handout.unheard", view.unheard), ("handout.unsorted", view.unsorted)):
        numbers = tuple(Text.of(str(number)) for number in missing)
        lines += ["", *said(lang, Message.of(code, numbers=numbers), indent="")] if numbers else []
    return lines


def _card(card: Listed, lang: str) -> list[str]:
    first, alone = card.first, len(card.choices) == 1
    name = name_of(first, lang) if alone else told(lang, first.name)
    aimed = () if alone else card.choices
    targets = tuple(
        Message.of("plain.target", mark=card.mark(each), target=each.target_name or each.name) for each in aimed
    )
    below = [Message.of("plain.targets", targets=targets)] if targets else []
    return [*_head(first, name, lang), *_below((*below, *_lasting(first), *_season(card), *_shut(card)), lang)]


def _head(first: Choice, name: str, lang: str) -> list[str]:
    """Say which card it is, where it is played, what it takes, and what it is."""
    if first.platform:
        name = f"{name}, {told(lang, first.platform)}"
    cost = say(lang, cost_of(first.hours, first.budget))
    lines = columns(((name, _NAME), (cost, _COST)), first=f"{first.number:>4}  ")
    return lines + (wrap(told(lang, first.text), first=_INDENT, rest=_INDENT) if first.text else [])


def _below(messages: Sequence[Message], lang: str) -> list[str]:
    return [row for message in messages for row in wrap(say(lang, message), first=_INDENT, rest=_INDENT)]


def _lasting(first: Choice) -> list[Message]:
    """Return what is to be known of a card whenever it is laid."""
    return [fact for fact in first.facts if fact.code in {PRICE, IN_PART}]


def _season(card: Listed) -> list[Message]:
    """Say of a card that it can be laid only before the crisis, or not before it."""
    if any(fact.code == "refused.peacetime" for fact in card.first.facts):
        return [Message.of("handout.before_only")]
    late = card.first.why_not is not None and card.first.why_not.code == "refused.crisis"
    return [Message.of("handout.not_before")] if late else []


def _shut(card: Listed) -> list[Message]:
    """Say what must come first, where that holds for every target: a sheet of paper cannot say later that it came."""
    reasons = dict.fromkeys(choice.why_not for choice in card.choices)
    return [unmarked(reason) for reason in reasons if reason and reason.code in STANDING] if len(reasons) == 1 else []
