"""Ways to break one thing of a valid scenario so that the models refuse it; each changes its argument."""

import copy


def broken(data, breaker):
    """A copy of the data with one thing broken."""
    copied = copy.deepcopy(data)
    breaker(copied)
    return copied


def one(data, kind):
    """The first entry of a kind that every scenario has."""
    return next(iter(data[kind].values()))


def a_plain_card(data):
    """The first card, without what asks for a target of some kind."""
    card = one(data, "cards")
    for key in ("target", "treats", "after_listening", "pair", "position"):
        card.pop(key, None)
    card["form"] = "post"
    return card


def an_effect(data, effect):
    one(data, "cards").setdefault("effects", []).append(effect)


def shift(**more):
    return {"meter": "freedom", "by": 1, **more}


def unknown_key(data):
    data["weather"] = "fine"


def unknown_key_of_a_card(data):
    one(data, "cards")["colour"] = "red"


def no_title(data):
    del data["title"]


def no_team(data):
    data["teams"] = {}


def another_version(data):
    data["schema_version"] = 2


def heat_above_its_range(data):
    one(data, "narratives")["heat"] = 100.001


def endless_hours(data):
    one(data, "teams")["hours"] = float("inf")


def freedom_that_is_no_number(data):
    data["freedom"] = float("nan")


def number_as_text(data):
    data["freedom"] = "50"


def large_letter_in_an_id(data):
    data["sides"]["Aland"] = {"name": "side"}


def text_without_a_language(data):
    data["title"] = {}


def five_hours_a_turn(data):
    data["clock"]["hours_per_turn"] = 5


def no_turns(data):
    data["clock"]["turns"] = 0


def move_without_power(data):
    card = one(data, "cards")
    card["kind"] = "move"
    card.pop("power", None)


def chance_above_its_range(data):
    one(data, "cards")["chance"] = 1.5


def chance_of_no_known_word(data):
    one(data, "cards")["chance"] = "perhaps"


def two_kinds_of_target(data):
    a_plain_card(data)["target"] = {"audience": "any", "side": "any"}


def treating_no_comments(data):
    a_plain_card(data)["treats"] = "answer"


def choosing_comments_to_no_end(data):
    a_plain_card(data)["target"] = {"comments": "any"}


def slip_to_nobody(data):
    a_plain_card(data)["form"] = "slip"


def listening_first_to_no_target(data):
    a_plain_card(data)["after_listening"] = "target"


def position_that_nothing_breaks(data):
    a_plain_card(data)["position"] = {"lasts": 1}


def voice_of_no_known_kind(data):
    a_plain_card(data)["voices"] = ["parrot"]


def channel_without_skill(data):
    one(data, "teams")["channels"] = {"b_platform": 0}


def suspension_for_no_turns(data):
    an_effect(data, {"suspend": {"team": "all", "platform": "all", "turns": 0}})


def revealing_two_things(data):
    an_effect(data, {"reveal": {"audience": "all", "comments": True}})


def claim_that_says_nothing(data):
    team = next(iter(data["teams"]))
    data["claims"] = [{"text": "text", "team": team, "better": "smart", "worse": "smart"}]


def effect_without_a_verb(data):
    an_effect(data, {"after": 1})


def effect_with_two_verbs(data):
    an_effect(data, {"shift": shift(), "cool": {"narrative": next(iter(data["narratives"])), "by": 1}})


def shift_without_an_amount(data):
    an_effect(data, {"shift": {"meter": "freedom"}})


def opinion_among_nobody(data):
    an_effect(data, {"shift": {"opinion_of": next(iter(data["sides"])), "by": 1}})


def block_spread_over_turns(data):
    an_effect(data, {"block": {"narrative": next(iter(data["narratives"]))}, "spread": 2})


def effect_in_the_past(data):
    an_effect(data, {"shift": shift(), "after": -1})


def unknown_outcome(data):
    an_effect(data, {"shift": shift(), "on": "triumph"})


def single_equals_sign(data):
    an_effect(data, {"shift": shift(), "when": "freedom = 50"})


def call_in_a_condition(data):
    an_effect(data, {"shift": shift(), "when": "print(1)"})


def empty_condition(data):
    one(data, "cards")["needs"] = " "


def endless_condition(data):
    one(data, "cards")["needs"] = "1" + " + 1" * 200


def expectation_of_no_card(data):
    data["injects"]["b_inject"] = {"name": "name", "text": "text", "turn": 1, "expects": {"any": []}}


def number_of_the_model_out_of_bounds(data):
    data["model"] = {"trace_keep": 1.5}


def unknown_number_of_the_model(data):
    data["model"] = {"trace_kept": 0.5}


SHAPE = [
    unknown_key,
    unknown_key_of_a_card,
    no_title,
    no_team,
    another_version,
    heat_above_its_range,
    endless_hours,
    freedom_that_is_no_number,
    number_as_text,
    large_letter_in_an_id,
    text_without_a_language,
    five_hours_a_turn,
    no_turns,
    move_without_power,
    chance_above_its_range,
    chance_of_no_known_word,
    two_kinds_of_target,
    treating_no_comments,
    choosing_comments_to_no_end,
    slip_to_nobody,
    listening_first_to_no_target,
    position_that_nothing_breaks,
    voice_of_no_known_kind,
    channel_without_skill,
    suspension_for_no_turns,
    revealing_two_things,
    claim_that_says_nothing,
    effect_without_a_verb,
    effect_with_two_verbs,
    shift_without_an_amount,
    opinion_among_nobody,
    block_spread_over_turns,
    effect_in_the_past,
    unknown_outcome,
    single_equals_sign,
    call_in_a_condition,
    empty_condition,
    endless_condition,
    expectation_of_no_card,
    number_of_the_model_out_of_bounds,
    unknown_number_of_the_model,
]
