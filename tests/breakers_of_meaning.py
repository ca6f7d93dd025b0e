"""Ways to break the meaning of a valid scenario, which still fits the models; each changes its argument."""

from tests.breakers import a_plain_card, an_effect, one

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
    a_plain_card(data)["target"] = {"audience": [NOWHERE]}


def needs_of_an_unknown_name(data):
    one(data, "cards")["needs"] = f"{NOWHERE} > 1"


def shift_of_an_unknown_meter(data):
    an_effect(data, {"shift": {"meter": NOWHERE, "by": 1}})


def effect_on_a_target_of_another_kind(data):
    a_plain_card(data)["target"] = {"side": "any"}
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


def half_without_its_other(data):
    a_plain_card(data)["pair"] = next(name for name in reversed(data["cards"]) if name != next(iter(data["cards"])))
    data["cards"][one(data, "cards")["pair"]].pop("pair", None)


def half_of_an_unknown_pair(data):
    a_plain_card(data)["pair"] = NOWHERE


def position_in_secret(data):
    a_plain_card(data).update(visible="covert", position={"lasts": 1, "broken_when": "turn > 0"})


def position_beyond_the_end(data):
    position = {"lasts": 60, "broken_when": "turn > 0"}
    a_plain_card(data).update(form="statement", visible="public", position=position)


def position_broken_by_an_unknown_card(data):
    a_plain_card(data).update(form="statement", visible="public", position={"lasts": 1, "broken_by": [NOWHERE]})


def comments_that_look_like_nothing(data):
    data["comments"] = {"b_class": {"name": "name", "looks_like": NOWHERE, "share": 1}}


def comments_that_give_away_a_secret(data):
    opinion = f"{next(iter(data['audiences']))}.{next(iter(data['sides']))}"
    data["appearances"] = {"b_look": {"name": "name"}}
    data["comments"] = {"b_class": {"name": "name", "looks_like": "b_look", "share": opinion}}


def voice_that_knows_a_secret(data):
    team = next(iter(data["teams"]))
    voice = {"who": "who", "text": "text", "kind": "rumour", "when": f"{team}.clarity > 50"}
    data["feed"] = {"b_voice": voice}


def platform_called_like_a_voice(data):
    data["platforms"]["press"] = {"name": "name"}
    one(data, "cards")["voices"] = ["press"]


def channel_on_an_unknown_platform(data):
    one(data, "teams")["channels"] = {NOWHERE: 50}


def listening_first_to_an_unknown_audience(data):
    one(data, "cards")["after_listening"] = NOWHERE


def preparing_an_unknown_card(data):
    an_effect(data, {"prepare": {"card": NOWHERE}})


def sharing_with_an_unknown_team(data):
    an_effect(data, {"share": {"to": NOWHERE}})


def suspending_from_an_unknown_platform(data):
    an_effect(data, {"suspend": {"team": "all", "platform": NOWHERE, "turns": 1}})


def exposing_an_unknown_team(data):
    an_effect(data, {"expose": {"team": NOWHERE, "turns": 1}})


def nobody_left_to_play(data):
    data["drop_first"] = list(data["teams"])


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
    half_without_its_other,
    half_of_an_unknown_pair,
    position_in_secret,
    position_beyond_the_end,
    position_broken_by_an_unknown_card,
    comments_that_look_like_nothing,
    comments_that_give_away_a_secret,
    voice_that_knows_a_secret,
    platform_called_like_a_voice,
    channel_on_an_unknown_platform,
    listening_first_to_an_unknown_audience,
    preparing_an_unknown_card,
    sharing_with_an_unknown_team,
    suspending_from_an_unknown_platform,
    exposing_an_unknown_team,
    nobody_left_to_play,
    percentage_as_a_condition,
]
