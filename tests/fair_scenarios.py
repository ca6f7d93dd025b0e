"""Generated scenarios in which a claim about ways of playing is fair.

Who and what there is comes as it is drawn: sides, teams, audiences and whom they listen to, stories, their heat and
what they feed, meters and drifts, the cards of the other teams, injects. What would make the claim empty is mended:

* the home seat holds one card of each kind of work, which does what its form promises, and has the hours for about
  three orders a turn;
* one story hurts it, and goes on to: nothing turns another against its side, or this one away; another side is there to
  talk to;
* the exercise is long enough, and the numbers of the model are the defaults;
* its score is its own meters and an agreement, which no mate of its own side can cap by crossing a red line.
"""

import copy

from hypothesis import strategies as st

from tests.strategies import scenario_data

HOME = "home_team"
TURNS = 10
AMONG_ALL = {"opinion_of": "own", "among": "all"}


def cards(aim):
    """The home seat's hand: one card of each kind of work, with plain effects."""
    listening = {"kind": "social_media", "form": "listen", "target": {"audience": "any"}, "cost": {"hours": 6}}
    post = {"kind": "social_media", "form": "post", "chance": "likely", "cost": {"hours": 8}, "effects": [shift(1)]}
    toward = {"kind": "move", "aim": aim, "chance": "likely", "cost": {"hours": 10}}
    hand = {
        "home_listen": {**listening, "chance": "certain", "effects": [{"reveal": {"audience": "target"}}]},
        "home_guidance": {
            "kind": "move", "power": "soft", "form": "guidance", "chance": "certain", "cost": {"hours": 8},
            "effects": [{"shift": {"meter": "own.clarity", "to": 65, "by": 15}}],
        },
        "home_post": post,
        "home_reply": {**post, "form": "reply", "effects": [shift(3)]},
        "home_correction": {**post, "form": "correction", "effects": [cool("25%")]},
        "home_charm": {**toward, "power": "soft", "form": "aid", "effects": [shift(3)]},
        "home_pressure": {
            **toward, "power": "hard", "form": "measure",
            "effects": [shift(-1), {"shift": {"meter": "home_agreement", "by": 3}}],
        },
        "home_talks": {
            **toward, "power": "smart", "form": "meet",
            "effects": [shift(2), {"shift": {"meter": "home_agreement", "by": 18}}],
        },
    }  # fmt: skip
    return {name: {"name": name, **card} for name, card in hand.items()}


def shift(by):
    return {"shift": {**AMONG_ALL, "by": by}}


def cool(by):
    return {"cool": {"narrative": "home_story", "by": by}}


def without_retargets(data):
    """Without effects that change whom a story hurts: a story that a mate turns on its own side drowns the rest."""
    if isinstance(data, dict):
        return {key: without_retargets(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_retargets(each) for each in data if not (isinstance(each, dict) and "retarget" in each)]
    return data


def without_red_lines(team, side):
    """Who plays at random would cross the red lines of the home side for it, and cap its score."""
    return {key: value for key, value in team.items() if key != "red_lines" or team["side"] != side}


@st.composite
def fair_data(draw):
    """Data of a scenario in which the home seat can do each kind of work."""
    data = without_retargets(copy.deepcopy(draw(scenario_data())))
    home, other = (sorted(data["sides"]) * 2)[:2]
    if home == other:
        other = "other_side"
        data["sides"][other] = {"name": "other"}
    data["clock"] = {"starts": "2031-04-10 08:00", "hours_per_turn": 24, "turns": TURNS}
    for key in ("model", "precedent", "merges", "drop_first"):
        data.pop(key, None)
    data["meters"]["home_agreement"] = {"name": "agreement", "start": 0, "range": [0, 100]}
    heat = draw(st.integers(30, 60))
    for story in data["narratives"].values():
        story.get("hurts", {}).pop(home, None)
    data["narratives"]["home_story"] = {"name": "story", "heat": heat, "hurts": {home: 1}}
    data["cards"] |= cards(other)
    data["teams"] = {name: without_red_lines(team, home) for name, team in list(data["teams"].items())[:4]}
    data["teams"][HOME] = {
        "name": "home", "side": home, "level": "ministry", "brief": "brief", "hours": 30, "holds": sorted(cards(other)),
        "credibility": 55, "clarity": 45, "network": 10,
        "objectives": {"agreed": {"text": "agreed", "when": "home_agreement >= 45", "points": 10}},
    }  # fmt: skip
    return data
