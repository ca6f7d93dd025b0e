"""Cards compiled to options: every card with each of its targets and voices, for every team that holds it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.compiler.odds import base, fit, slack
from engine.compiler.orders import aim_of
from engine.compiler.parley import halves, positions_of
from engine.compiler.rows import Tables
from engine.kernel import chance
from engine.kernel.kinds import NONE, Form, Power, Voice
from engine.kernel.lattice import Bools, Indices, Reals, amount
from engine.kernel.tables import Faces, Options
from engine.scenario.cards import FILED, Card
from engine.scenario.scenario import Scenario

ANSWERS = {"reply", "correction", "statement"}
CUTS = {
    "reply": "cut_answer",
    "correction": "cut_answer",
    "statement": "cut_presence",
    "post": "cut_presence",
    "aid": "cut_presence",
    "meet": "cut_presence",
    "kopi_darat": "cut_kopi_darat",
}
AT_ONCE = {"listen", "guidance", "maintain", "slip", "withhold", "walk_out"}
"""Forms that need no approval, and so never wait."""
UNWRITTEN = {"listen", "guidance", "maintain"}
"""Forms that cannot leak."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One option, in the author's words."""

    team: str
    name: str
    card: Card
    target: str | None
    voice: str

    def chosen(self, kind: str) -> str | None:
        """What was chosen with the card, where that is of this kind."""
        return self.target if self.card.target and self.card.target.kind == kind else None


def options(scenario: Scenario, tables: Tables) -> Options:
    """The table of options."""
    index, number = tables.index, tables.number
    laid = [Laid(team, name, scenario.cards[name], target, voice) for team, name, target, voice in index.options]
    fits = _reals(fit(scenario, number, it.target, it.card, it.voice) for it in laid)
    aims = [aim_of(scenario, it.team, it.card) for it in laid]
    return Options(
        team=_whole(index.teams.index(it.team) for it in laid),
        side=_whole(index.sides.index(scenario.teams[it.team].side) for it in laid),
        held=_whole(index.held.index((it.team, it.name)) for it in laid),
        hours=_reals(amount(it.card.cost.hours) for it in laid),
        budget=_reals(amount(it.card.cost.budget) for it in laid),
        base=_reals(base(it.card) for it in laid) + fits,
        fit=fits,
        fit_slack=_reals(slack(scenario, number, it.target, it.card) for it in laid),
        audience=_whole(_place(index.audiences, it.chosen("audience")) for it in laid),
        story=_whole(_place(index.narratives, _story(it)) for it in laid),
        aim=_whole(_place(index.sides, aim) for aim in aims),
        power=_whole(Power[(it.card.power or "none").upper()] for it in laid),
        form=_whole(Form[it.card.form.upper()] for it in laid),
        voice=_whole(Voice[it.voice.upper()] for it in laid),
        platform=_whole(_place(index.platforms, it.card.platform) for it in laid),
        light=_flags(it.card.frame is not None and scenario.frames[it.card.frame].light for it in laid),
        public=_flags(it.card.visible == "public" for it in laid),
        peace=_flags(it.card.peacetime != "no" and it.card.position is None for it in laid),
        crisis=_flags(it.card.peacetime != "only" for it in laid),
        hear_first=_whole(_place(index.audiences, _hear_first(it)) for it in laid),
        waits=_flags(_waits(it) for it in laid),
        leaks=_flags(it.card.visible != "public" and it.card.form not in UNWRITTEN for it in laid),
        filed=_flags(it.card.form in FILED for it in laid),
        half=halves(scenario, index),
        position=positions_of(scenario, index),
        synergy=_flags(it.card.uses_synergy for it in laid),
        meets=_flags(it.card.form == "meet" for it in laid),
        judged=_flags(it.card.judged for it in laid),
        certain=_flags(it.card.chance == "certain" for it in laid),
        answers=_flags(it.card.form in ANSWERS for it in laid),
        stands=_flags(it.card.stands for it in laid),
        cut=_reals(cut(number, it.card) for it in laid),
        needs=_whole(tables.lines.add(it.card.needs, it.team, ("cards", it.name, "needs")) for it in laid),
        cost=_causes(tables, laid, "cost"),
        backfire=_causes(tables, laid, "backfire"),
        leak=_causes(tables, laid, "leak"),
        faces=_faces(laid),
    )


def _whole(values: Iterable[int]) -> Indices:
    return np.array(list(values), dtype=np.int64)


def _reals(values: Iterable[float]) -> Reals:
    return np.array(list(values), dtype=np.float64)


def _flags(values: Iterable[bool]) -> Bools:
    return np.array(list(values), dtype=bool)


def _place(names: tuple[str, ...], name: str | None) -> int:
    return NONE if name is None else names.index(name)


def _causes(tables: Tables, laid: list[Laid], part: str) -> Indices:
    return _whole(tables.cause(f"order/{it.team}/{it.name}/{part}", option) for option, it in enumerate(laid))


def _faces(laid: list[Laid]) -> Faces:
    def of(purpose: str) -> NDArray[np.uint64]:
        found = [chance.face(purpose, it.team, chance.name("card", it.name)) for it in laid]
        return np.array(found, dtype=np.uint64)

    bot = [chance.face("bot", it.team, chance.name("option", _written(it))) for it in laid]
    return Faces(check=of("check"), voice=of("voice"), leak=of("leak"), bot=np.array(bot, dtype=np.uint64))


def _written(laid: Laid) -> str:
    spoken = "" if laid.voice == "institution" else f">{laid.voice}"
    return f"{laid.name}>{laid.target or ''}{spoken}"


def _story(laid: Laid) -> str | None:
    """The story that it is about; None for the hottest that hurts the side."""
    return laid.chosen("narrative") if laid.card.about in {None, "target"} else laid.card.about


def _hear_first(laid: Laid) -> str | None:
    return laid.target if laid.card.after_listening == "target" else laid.card.after_listening


def _waits(laid: Laid) -> bool:
    card = laid.card
    return laid.voice == "institution" and card.form not in AT_ONCE and card.pair is None and not card.judged


def cut(number: dict[str, float], card: Card) -> float:
    """What a card takes from the crowd that repeats its story."""
    if card.power == "hard":
        return number["cut_hard"]
    return number[CUTS[card.form]] if card.form in CUTS else 0.0
