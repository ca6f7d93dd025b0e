"""Ways to break the meaning of a valid scenario, which still fits the models; each changes its argument."""

from tests.breakers import an_effect, one

NOWHERE = "not_written_anywhere"


def team_of_an_unknown_side(data):
    one(data, "teams")["side"] = NOWHERE


def holding_an_unknown_card(data):
    one(data, "teams").setdefault("holds", []).append(NOWHERE)


def red_line_about_an_unknown_card(data):
    one(data, "teams")["red_lines"] = {"line": {"text": "text", "cards": [NOWHERE]}}


def listening_to_an_unknown_audience(data):
    one(data, "audiences")["listens_to"] = {NOWHERE: 0.1}


def opinion_of_an_unknown_side(data):
    one(data, "audiences")["opinion"] = {NOWHERE: 1}


def at_home_nowhere(data):
    one(data, "audiences")["home"] = NOWHERE


def fit_of_an_unknown_platform(data):
    one(data, "audiences")["fit"] = {NOWHERE: 0.5}


def story_that_hurts_an_unknown_side(data):
    one(data, "narratives")["hurts"] = {NOWHERE: 1}


def story_among_an_unknown_audience(data):
    one(data, "narratives")["among"] = {NOWHERE: 1}


def story_that_feeds_an_unknown_story(data):
    one(data, "narratives")["feeds"] = {NOWHERE: 0.1}


def relations_with_an_unknown_side(data):
    one(data, "sides").setdefault("relations", {})[NOWHERE] = 1


def relations_with_itself(data):
    side = next(iter(data["sides"]))
    data["sides"][side].setdefault("relations", {})[side] = 1


def listening_to_more_than_all(data):
    data["audiences"] |= {"b_one": {"name": "name"}, "b_two": {"name": "name"}}
    one(data, "audiences")["listens_to"] = {"b_one": 0.75, "b_two": 0.5}


def day_of_no_calendar(data):
    data["clock"]["starts"] = "2031-02-30 08:00"


def end_of_all_time(data):
    data["clock"] |= {"starts": "9999-12-31 08:00", "hours_per_turn": 24, "turns": 6}


def short_pace_beyond_the_end(data):
    data["clock"]["short"] = [1, 60]


def short_pace_that_starts_late(data):
    data["clock"] |= {"turns": 6, "short": [2, 3]}


def range_upside_down(data):
    data["meters"]["b_meter"] = {"name": "name", "start": 5, "range": [10, 0]}


def start_outside_its_range(data):
    data["meters"]["b_meter"] = {"name": "name", "start": 11, "range": [0, 10]}


def card_about_an_unknown_story(data):
    one(data, "cards")["about"] = NOWHERE


def card_aimed_at_an_unknown_side(data):
    one(data, "cards")["aim"] = NOWHERE


def card_on_an_unknown_platform(data):
    one(data, "cards")["platform"] = NOWHERE


def unknown_target(data):
    one(data, "cards")["target"] = {"audience": [NOWHERE]}


def needs_of_an_unknown_name(data):
    one(data, "cards")["needs"] = f"{NOWHERE} > 1"


def shift_of_an_unknown_meter(data):
    an_effect(data, {"shift": {"meter": NOWHERE, "by": 1}})


def effect_on_a_target_of_another_kind(data):
    one(data, "cards")["target"] = {"side": "any"}
    an_effect(data, {"cool": {"narrative": "target", "by": 1}})


def retarget_to_an_unknown_side(data):
    an_effect(data, {"retarget": {"narrative": next(iter(data["narratives"])), "hurts": {NOWHERE: 1}}})


def flag_of_no_name(data):
    an_effect(data, {"raise": NOWHERE})


def gate_of_an_unknown_card(data):
    an_effect(data, {"unlock": {"card": NOWHERE}})


def schedule_of_an_unknown_inject(data):
    an_effect(data, {"schedule": {"inject": NOWHERE}})


def inject_to_an_unknown_team(data):
    data["injects"]["b_inject"] = {"name": "name", "text": "text", "turn": 1, "to": [NOWHERE]}


def inject_that_expects_an_unknown_card(data):
    data["injects"]["b_inject"] = {"name": "name", "text": "text", "turn": 1, "expects": {"any": [NOWHERE]}}


def inject_that_ends_before_it_starts(data):
    data["clock"] |= {"turns": 6}
    data["injects"]["b_inject"] = {"name": "name", "text": "text", "turn": 3, "until": 2}


def own_team_of_an_inject(data):
    effects = [{"shift": {"meter": "own.clarity", "by": 1}}]
    data["injects"]["b_inject"] = {"name": "name", "text": "text", "turn": 1, "effects": effects}


def percentage_as_a_condition(data):
    one(data, "cards")["needs"] = "10%"


MEANING = [
    team_of_an_unknown_side,
    holding_an_unknown_card,
    red_line_about_an_unknown_card,
    listening_to_an_unknown_audience,
    opinion_of_an_unknown_side,
    at_home_nowhere,
    fit_of_an_unknown_platform,
    story_that_hurts_an_unknown_side,
    story_among_an_unknown_audience,
    story_that_feeds_an_unknown_story,
    relations_with_an_unknown_side,
    relations_with_itself,
    listening_to_more_than_all,
    day_of_no_calendar,
    end_of_all_time,
    short_pace_beyond_the_end,
    short_pace_that_starts_late,
    range_upside_down,
    start_outside_its_range,
    card_about_an_unknown_story,
    card_aimed_at_an_unknown_side,
    card_on_an_unknown_platform,
    unknown_target,
    needs_of_an_unknown_name,
    shift_of_an_unknown_meter,
    effect_on_a_target_of_another_kind,
    retarget_to_an_unknown_side,
    flag_of_no_name,
    gate_of_an_unknown_card,
    schedule_of_an_unknown_inject,
    inject_to_an_unknown_team,
    inject_that_expects_an_unknown_card,
    inject_that_ends_before_it_starts,
    own_team_of_an_inject,
    percentage_as_a_condition,
]
