"""The feed: voices in the crowd that react to the state. They move nothing; the same seed brings the same voices."""

from dataclasses import dataclass, field

import numpy as np

from engine.game.match import Match
from engine.game.view import Utterance
from engine.kernel import chance
from engine.kernel.expressions import evaluate
from engine.kernel.kinds import NONE
from engine.kernel.state import State

LEAST, MOST = 2, 7
PER_VOICE = 18
"""Points of the hottest story for one voice more."""
NOT_AGAIN = 3
"""Turns in which a voice is not heard again, while there are others."""
WHOLE = float(1 << 64)


@dataclass(slots=True, eq=False)
class Feed:
    """What is said in the crowd of one match, turn by turn."""

    match: Match
    _heard: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def now(self) -> tuple[Utterance, ...]:
        """What is said in the present turn, as everybody hears it."""
        for played in self.match.history:
            self._listen(played.opened)
        return tuple(self._utterance(name) for name in self._listen(self.match.state))

    def _listen(self, state: State) -> tuple[str, ...]:
        if state.turn not in self._heard:
            self._heard[state.turn] = self._pick(state)
        return self._heard[state.turn]

    def _pick(self, state: State) -> tuple[str, ...]:
        """The voices of a turn: those whose time it is, loudest where the heat is, in an order that dice give."""
        book = self.match.book
        heat = dict(zip(book.narratives, state.meters[0, book.at.heat].tolist(), strict=True))
        told, voices = self.match.told(state.turn), self.match.scenario.feed
        timely = [
            name
            for name, when in book.feed
            if voices[name].about in {None, *told} and (when == NONE or evaluate(book.expressions[when], state)[0] != 0)
        ]
        lately = {name for turn in range(state.turn - NOT_AGAIN, state.turn) for name in self._heard.get(turn, ())}
        many = min(LEAST + int(max(heat.values()) / PER_VOICE), MOST)
        fresh = [name for name in timely if name not in lately]
        among = fresh if len(fresh) >= many else timely
        key = chance.turn_keys(chance.games(self.match.seed, 0, 1), state.turn)

        def loudness(name: str) -> tuple[float, str]:
            face = np.array([chance.face("feed", "", chance.name("voice", name))], dtype=np.uint64)
            die = int(chance.roll(key, face)[0])
            about = self.match.scenario.feed[name].about
            return heat.get(about or "", 0.0) / 100 + die / WHOLE, name

        return tuple(sorted(among, key=loudness, reverse=True)[:many])

    def _utterance(self, name: str) -> Utterance:
        written = self.match.scenario.feed[name]
        about = self.match.scenario.narratives[written.about].name if written.about else None
        return Utterance(written.kind, written.who, written.text, about)
