"""Invariant 5 by the thousand: exercises that differ in one thing that a team keeps to itself, each kind counted.

All of them are played side by side with the same dice, and whoever must not know looks three times in each turn:
before anybody lays, when all have laid, and when all have sealed.
"""

import copy
import sys
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.game.conduct import Accepted, apply
from engine.game.intents import FACILITATOR, Because, Lay, Note, SetPin, Slip
from engine.text import Text
from tests.effort import one_in
from tests.game.sittings import PAPER, Sitting, dice_of, open_for_all, people, read, traceable_data
from tests.game.test_secrets import with_other_wishes

BARE = "nothing"
BESIDE = {
    "a slip": BARE,
    "a slip to another team": "a slip",
    "a covert order": BARE,
    "a note": BARE,
    "another PIN": BARE,
    "other aims": BARE,
}
"""What an exercise has -> that which it must look like."""
READ = "a slip that was read"
SEATS, HAND = 5, 1
"""Teams at a table, and cards that each holds beside those below: what is looked at often must be cheap."""
ORDER = "m_order"
LOCKS = ("0" * 32 + ":" + "1" * 64, "2" * 32 + ":" + "3" * 64)
LEAST, WHOLE = 1000, 30
"""Comparisons of each kind, where a property is tried with so many examples or more."""


def test_no_view_depends_on_one_thing_that_another_team_keeps_to_itself():
    seen = Counter()

    @one_in(2)
    @given(traceable_data(), st.lists(st.integers(0, 2**64 - 1), min_size=2, max_size=2))
    def alike(data, seeds):
        for seed in seeds:
            Evening(with_papers(data), seed, seen).play()

    alike()
    sys.stdout.write(f"compared: {dict(seen)}\n")  # shown with -s
    if settings.default.max_examples >= WHOLE:
        assert [kind for kind in BESIDE if seen[kind] < LEAST] == []
    assert seen[READ]


class Evening:
    """The same exercise once for each kind of secret. `seen` counts what was compared."""

    def __init__(self, data, seed, seen):
        self.dice, self.seen = dice_of(seed), seen
        self.who, self.to, self.other, *rest = self.dice.sample(sorted(data["teams"]), SEATS)
        self.onlookers = [None, *rest]
        scenario = read(data)
        self.others = [team for team in scenario.teams if team != self.who]
        first = Sitting(scenario, people(scenario), seed)
        aimed = read(with_other_wishes(data, self.who))
        self.at = {kind: first.twin() for kind in BESIDE} | {BARE: first}
        self.at["other aims"] = Sitting(aimed, people(aimed), seed)
        for kind, at in self.at.items():
            apply(at.match, FACILITATOR, SetPin(self.who, LOCKS[kind == "another PIN"]))

    def play(self):
        """From the first turn to ENDEX; then everybody may know."""
        while not self.at[BARE].match.ended:
            self.look()
            self.lay()
            self.keep()
            self.look()
            for at in self.at.values():
                for team in at.match.waiting:
                    at.seal(team)
            self.look()
            for at in self.at.values():
                at.match.close({})
            self.passed()

    def look(self):
        """Whoever must not know sees the same in both of a pair."""
        views = {kind: [at.view(team) for team in self.onlookers] for kind, at in self.at.items()}
        for kind, like in BESIDE.items():
            assert list(map(open_for_all, views[kind])) == list(map(open_for_all, views[like])), kind
            self.seen[kind] += len(self.onlookers)

    def lay(self):
        """The others lay the same everywhere."""
        seed = self.dice.random()
        for at in self.at.values():
            dice = dice_of(seed)
            for team in self.others:
                options = [laid[1:] for laid in at.match.book.laid if laid[0] == team]
                for card, target, voice in dice.sample(options, min(len(options), 2)):
                    at.apply(Lay(team, card, target, voice))

    def keep(self):
        """One team keeps something to itself, in each exercise another thing."""
        number = self.at[BARE].match.turn
        secrets = {
            "a slip": [Lay(self.who, PAPER, self.to), Slip(self.who, PAPER, Text.of(f"at {number}"))],
            "a slip to another team": [Lay(self.who, PAPER, self.other)],
            "a covert order": [Lay(self.who, ORDER), Because(self.who, ORDER, Text.of(f"since {number}"))],
        }
        for kind, intents in secrets.items():
            done = [isinstance(self.at[kind].apply(each), Accepted) for each in intents]
            assert all(done) == self.at[kind].match.decides
        note = Note(Text.of(f"they hesitate in {number}"), team=self.who, hot_wash=True)
        assert isinstance(apply(self.at["a note"].match, FACILITATOR, note), Accepted)

    def passed(self):
        """The team to which a slip was passed reads it, as it was written; the pair differs there."""
        if self.at[BARE].match.ended:
            return
        passed = f"/{self.who}/{PAPER}"
        turns = [each.turn for each in self.at[BARE].match.history if each.decided]
        for kind, wanted in (("a slip", {f"at {turn}" for turn in turns}), ("a slip to another team", set())):
            inbox = self.at[kind].view(self.to).inbox
            assert {str(letter.text) for letter in inbox if letter.inject.endswith(passed)} == wanted
        self.seen[READ] += bool(turns)


def with_papers(data):
    """The same scenario at a table of so many teams, each with a covert card without effect beside its slip.

    Nothing leaks: what leaks is a secret no more.
    """
    changed = copy.deepcopy(data)
    teams = changed["teams"]
    for number in range(SEATS - len(teams)):
        teams[f"z_more_{number}"] = {**copy.deepcopy(min(teams.items())[1]), "name": f"the teams z_more_{number}"}
    bare = {"kind": "social_media", "chance": "certain", "peacetime": "also"}
    changed["cards"][ORDER] = {**bare, "name": "the order", "form": "listen", "visible": "covert"}
    for team in teams.values():
        team["holds"] = [*[card for card in team["holds"] if card != PAPER][:HAND], PAPER, ORDER]
    changed["model"] = changed.get("model", {}) | {"leak_chance": 0}
    return changed
