"""Says what no longer counts once turns are taken back, before they are."""

from engine.game.dropped import dropped
from engine.game.papers import Papers
from engine.language.messages import Message
from engine.scenario.rounds import turn_noun
from tui.facilitator.chair import Chair
from tui.timing import MINUTE


def lost(chair: Chair, turn: int) -> Message | None:
    """Say what is lost if all is taken back to where a turn had just opened; None where nothing is."""
    console, match = chair.console, chair.table.match
    parts: list[Message] = []
    closed = console.last if console.public.ended else console.last - 1
    if turn <= closed:
        code = "rewind.turn" if turn == closed else "rewind.turns"
        parts.append(Message.of(code, turn=turn_noun(turn), last=closed))
    desks = () if console.public.ended else console.desks
    sealed = tuple(desk.name for desk in desks if desk.sealed)
    laid = tuple(desk.name for desk in desks if desk.view.tray and not desk.sealed)
    parts += [Message.of("rewind.sealed", teams=sealed)] if sealed else []
    parts += [Message.of("rewind.laid", teams=laid)] if laid else []
    gone = dropped(match, turn)
    for code, titles in (
        ("added", gone.added),
        ("reworded", gone.reworded),
        ("ruled", gone.ruled),
        ("cards", gone.cards),
    ):
        named = tuple(Message.of("rewind.title", title=title) for title in titles)
        parts += [Message.of(f"rewind.{code}", titles=named)] if named else []
    parts += [Message.of("rewind.directed", turn=turn_noun(turn))] if gone.directed else []
    parts += [Message.of("rewind.paced")] if gone.paced else []
    parts += [Message.of("rewind.said")] if _said(match.papers, turn) else []
    if not parts:
        return None
    sure, whole = Message.of("rewind.sure", lost=tuple(parts)), chair.table.whole
    return Message.of("rewind.sure_clock", sure=sure, minutes=whole // MINUTE) if whole else sure


def _said(papers: Papers, turn: int) -> bool:
    """Whether teams have said anything beside their orders since a turn opened."""
    turns = [*(at for at, *_ in papers.reasons), *(at for at, *_ in papers.slips), *(at for at, _ in papers.foresights)]
    return any(at >= turn for at in turns)
