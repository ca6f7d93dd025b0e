"""The model's magic numbers: each a named parameter with default, unit, source and meaning.

A scenario may override any of them under `model:`. Source marks: R read in a source, M order of
magnitude from memory, P tuned in a prototype of two crises, D our choice. docs/MODEL.md prints this table.
"""

from typing import NamedTuple


class Parameter(NamedTuple):
    """One number of the model. `low` and `high` bound what a scenario may set."""

    name: str
    default: float
    unit: str
    source: str
    low: float
    high: float
    meaning: str


PARAMETERS: tuple[Parameter, ...] = (
    # The check.
    Parameter("check_credibility", 1 / 30, "z per point", "P", 0, 1, "What a point of credibility above 50 adds."),
    Parameter("check_clarity", 1 / 50, "z per point", "P", 0, 1, "What a point of policy clarity above 50 adds."),
    Parameter("clarity_cap", 65, "points", "P", 50, 100, "Clarity above this adds nothing more."),
    Parameter("check_listened", 0.5, "z", "P", 0, 4, "Having listened to the audience first."),
    Parameter("check_network", 0.01, "z per point", "P", 0, 1, "What a point of network adds to a soft card."),
    Parameter("check_backlog", -0.7, "z", "P", -4, 0, "A backlog of a full turn of hours or more."),
    Parameter("check_repeat", -0.35, "z per use", "P", -4, 0, "Each recent use of the same card, at most 3."),
    Parameter("check_heat", -0.008, "z per point", "P", -1, 0, "A point of heat of the story it is about."),
    Parameter("check_discord", -0.6, "z", "P", -4, 0, "Hard and soft toward one side in one turn, no smart card."),
    Parameter("check_fit", 1, "z", "P", 0, 4, "Full fit of platform or frame above neutral (0.5 above 0.5)."),
    Parameter("partial_from", -1.8, "z", "P", -8, 0, "z plus luck above this is at least a partial success."),
    Parameter("outcome_partial", 0.5, "factor", "P", 0, 1, "Effects of a partial success."),
    Parameter("outcome_backfire", -0.6, "factor", "P", -2, 0, "Effects of a backfire."),
    Parameter("backfire_heat", 3, "points", "P", 0, 50, "What a backfire adds to the story."),
    Parameter("backfire_credibility", -2, "points", "P", -50, 0, "What a backfire costs in credibility."),
    Parameter("backfire_price", 1.5, "factor", "P", 1, 4, "A price on own meters when the order backfires."),
    Parameter("repeat_fade", 0.65, "factor", "P", 0, 1, "Effects of a card for each recent use."),
    Parameter("listening_lasts", 3, "turns", "D", 1, 50, "How long what was heard stays of use."),
    Parameter("check_skill", 0.02, "z per point", "D", 0, 1, "What a point of skill on the platform above 50 adds."),
    Parameter("check_prepared", 0.5, "z", "D", 0, 4, "A card that was prepared."),
    Parameter("tone_deaf", -1.2, "z", "D", -8, 0, "A light frame amid casualties."),
    Parameter("prepared_hours", 0.5, "factor", "D", 0, 1, "Hours that a prepared card takes."),
    Parameter("post_lasts", 2, "turns", "P", 1, 20, "How long a post works on without upkeep."),
    Parameter("delay_clarity", 40, "points", "P", 0, 100, "Clarity below which the institution speaks a turn later."),
    Parameter("personal_discord", 0.25, "chance", "P", 0, 1, "A personal voice brings discord below that clarity."),
    Parameter("orders_per_round", 4, "orders", "D", 1, 8, "Orders a team may lay in one round."),
    # Synergy of hard and soft.
    Parameter("smart_start", -1.4, "z", "P", -8, 0, "Where smart and face-to-face cards start."),
    Parameter("check_synergy", 2.5, "z", "P", 0, 8, "What full synergy adds to the check."),
    Parameter("synergy_traces", 1.5, "traces", "P", 0.1, 6, "Hard and soft traces together for full synergy."),
    Parameter("synergy_credibility", 60, "points", "P", 1, 100, "Credibility for full synergy."),
    Parameter("synergy_clarity", 55, "points", "P", 0, 100, "Clarity from which synergy counts in full."),
    Parameter("synergy_unclear", 0.4, "factor", "P", 0, 1, "Synergy below that clarity."),
    Parameter("off_ramp", 0.8, "z per trace", "P", 0, 4, "Face to face after pressure, for up to one hard trace."),
    Parameter("soft_cushion", 0.8, "z per trace", "P", 0, 4, "A hard card backfires less after attraction."),
    Parameter("trace_keep", 0.8, "factor a turn", "P", 0, 1, "What remains of a trace a turn later."),
    # Heat of stories.
    Parameter("half_life_cyber", 4, "hours", "M", 0.5, 1000, "Attention to a story that lives online."),
    Parameter("half_life_grassroots", 10, "hours", "M", 0.5, 1000, "Attention to a grassroots movement."),
    Parameter("half_life_public", 36, "hours", "M", 0.5, 1000, "Attention once the public at large is moved."),
    Parameter("persistence_floor", 0.35, "factor", "P", 0, 1, "Least share of heat that lasts a turn."),
    Parameter(
        "crowd",
        0,
        "factor",
        "P",
        0,
        4,
        "How strongly the crowd repeats a story; 0: by the clock, 1.45 to 1.60.",
    ),
    Parameter("crowd_false", 0.3, "factor", "R", 0, 2, "Added for false stories, which spread faster."),
    Parameter("cut_answer", 0.3, "cut", "P", -0.5, 2, "What a reply or correction takes from the crowd."),
    Parameter("cut_presence", 0.1, "cut", "P", -0.5, 2, "What a post, aid or a meeting takes from the crowd."),
    Parameter("cut_kopi_darat", 0.15, "cut", "P", -0.5, 2, "What meeting bloggers in person takes from the crowd."),
    Parameter("cut_hard", -0.12, "cut", "P", -0.5, 2, "What a hard card gives to the crowd."),
    Parameter("vacuum", 0.5, "factor", "P", 0, 4, "How much more the crowd repeats what nobody answers."),
    Parameter("stage_up_grassroots", 45, "points", "P", 1, 100, "Heat above which a story turns grassroots."),
    Parameter("stage_up_public", 55, "points", "P", 1, 100, "Heat above which a movement turns public."),
    Parameter("stage_turns", 2, "turns", "P", 1, 20, "How long the heat must stay above."),
    Parameter("stage_down", 20, "points", "P", 0, 100, "Heat below which a story falls back a stage."),
    # Credibility.
    Parameter(
        "silence_credibility",
        3,
        "points",
        "P",
        0,
        50,
        "Lost when nobody of the side answers its hottest story.",
    ),
    Parameter("silence_shared", 1.5, "points", "P", 0, 50, "Lost when a team is silent and a mate answers."),
    Parameter("credibility_return", 0.05, "share a turn", "P", 0, 1, "Credibility goes back to where it started."),
    Parameter("expectation_rise", 10, "points", "D", 0, 100, "What an answer adds to what the public expects next."),
    Parameter("expectation_fade", 0.25, "share a turn", "D", 0, 1, "Expectations fade when nothing is answered."),
    Parameter("expectation_price", 0.01, "share per point", "D", 0, 1, "How much more silence costs, once expected."),
    Parameter("position_broken", -8, "points", "D", -100, 0, "Credibility when a public position is broken."),
    Parameter("position_kept", 2, "points", "D", 0, 100, "Credibility when a public position was kept."),
    Parameter("promise_broken", -6, "points", "D", -100, 0, "Relations when a promise to a team is broken."),
    # Leaks.
    Parameter("leak_chance", 0.02, "chance", "D", 0, 1, "An order that is not public becomes public."),
    Parameter("leak_exposed", 4, "factor", "D", 1, 50, "How much oftener while an account is phished."),
    Parameter("leak_credibility", -4, "points", "D", -100, 0, "Credibility that a leak costs."),
    Parameter("leak_heat", 6, "points", "D", 0, 100, "Heat that a leak adds."),
    # Blocking keywords.
    Parameter("block_first", 0.35, "factor", "M", 0, 1, "Cut of the crowd in the turn of a block, at no freedom."),
    Parameter("block_second", 0.35, "factor", "M", 0, 1, "Cut of the crowd a turn later, at no freedom."),
    Parameter("block_third", 0.2, "factor", "M", 0, 1, "Cut of the crowd two turns later, at no freedom."),
    Parameter("block_rebound", 5, "points a turn", "M", 0, 50, "Heat that comes back after, at full freedom."),
    Parameter("block_credibility", -4, "points", "P", -50, 0, "Credibility that a block costs, at full freedom."),
    Parameter("block_opinion", -3, "points", "P", -50, 0, "Opinion abroad that a block costs, at full freedom."),
    Parameter("block_freedom", -6, "points", "P", -50, 0, "Freedom that a block costs, at full freedom."),
    # Opinion.
    Parameter(
        "opinion_heat",
        0.05,
        "points per point",
        "P",
        0,
        1,
        "What a story's heat costs whom it hurts, a turn.",
    ),
    Parameter("opinion_listens", 0.05, "share a turn", "P", 0, 1, "Pull of the audiences one listens to."),
    Parameter("opinion_settles", 0.05, "share a turn", "P", 0, 1, "Opinion goes back to where it started."),
    # Losing control.
    Parameter("hazard_base", 0.012, "rate a turn", "P", 0.0001, 1, "Control-loss rate when all is calm."),
    Parameter("hazard_heat", 0.03, "log rate per point", "P", 0, 1, "Heat of the hottest story that hurts the side."),
    Parameter("hazard_stage", 0.3, "log rate per stage", "P", 0, 4, "Stage of that story."),
    Parameter("hazard_clarity", 0.02, "log rate per point", "P", 0, 1, "Each point of clarity missing below 50."),
    Parameter("hazard_backlog", 0.6, "log rate", "P", 0, 4, "Backlog beyond half a turn of hours."),
    Parameter("hazard_network", -0.01, "log rate per point", "P", -1, 0, "Partners who speak for the team."),
    Parameter("hazard_discord", 0.4, "log rate", "P", 0, 4, "Hard and soft at once without a smart card."),
    Parameter("hazard_hard", 0.15, "log rate per trace", "P", 0, 4, "Recent pressure."),
    Parameter("strike_heat", 12, "points", "P", 0, 100, "Heat when control is lost."),
    Parameter("strike_credibility", -4, "points", "P", -100, 0, "Credibility when control is lost."),
    Parameter("strike_opinion", -3, "points", "P", -100, 0, "Opinion among every audience when control is lost."),
    # Staff.
    Parameter("inbox_base", 4, "hours a turn", "P", 0, 100, "Inbound work when all is calm."),
    Parameter("inbox_heat", 0.3, "hours per point", "P", 0, 10, "Inbound work per point of the hottest story."),
    Parameter("reply_hours", 16, "hours", "P", 0, 100, "Backlog that a reply clears."),
    Parameter("remove_hours", 24, "hours", "D", 0, 100, "Backlog that removing comments clears."),
    Parameter("triage_focus", 2, "factor", "D", 1, 20, "Relief by the share of the flood that is treated, up to 1."),
    Parameter("channel_upkeep", 0.5, "hours a turn", "D", 0, 20, "Inbound work of each open channel."),
    Parameter("file_saving", 0.005, "share per point", "D", 0, 0.01, "Hours that a point of case file saves."),
    Parameter("file_fade", 0.15, "share a turn", "D", 0, 1, "A case file fades when it is not maintained."),
    Parameter("backlog_cap", 2, "turns of hours", "P", 0.5, 10, "Largest backlog."),
    # Polls.
    Parameter("poll_error", 6, "points", "D", 0, 50, "Largest error of what was heard."),
    Parameter("listening_narrows", 0.7, "factor", "D", 0, 1, "Error that remains when one listens on."),
    Parameter("prior_error", 15, "points", "D", 0, 100, "Error stated for an audience not listened to."),
    # Scores.
    Parameter("score_opinion", 1.5, "points per point", "D", 0, 10, "Mean change of opinion in the score."),
    Parameter("weight_opinion", 0.30, "weight", "D", 0, 10, "Opinion in the score of the whole table."),
    Parameter("weight_control", 0.25, "weight", "D", 0, 10, "Control in the score of the whole table."),
    Parameter("weight_mission", 0.25, "weight", "D", 0, 10, "Missions in the score of the whole table."),
    Parameter("weight_relations", 0.10, "weight", "D", 0, 10, "Relations in the score of the whole table."),
    Parameter("weight_integrity", 0.10, "weight", "D", 0, 10, "Integrity in the score of the whole table."),
    Parameter("score_control", 4, "points per %", "D", 0, 20, "What each percent of mean control-loss risk costs."),
)
