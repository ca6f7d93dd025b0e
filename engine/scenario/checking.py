"""Checks that a scenario's parts fit together: a tuple of small functions, each returning findings."""

from collections.abc import Callable, Iterator

from engine.scenario import (
    crowd_checks,
    means_checks,
    name_checks,
    pair_checks,
    precedent_checks,
    sense_checks,
    typography,
    use_checks,
)
from engine.scenario.findings import Finding
from engine.scenario.places import Places
from engine.scenario.scenario import Scenario

Check = Callable[[Scenario, Places], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    name_checks.ids_are_one_thing_each,
    name_checks.places_and_frames_are_no_voices,
    name_checks.ids_are_no_reserved_words,
    name_checks.references_are_known,
    name_checks.nothing_is_listed_twice,
    sense_checks.lists_name_nothing_twice,
    name_checks.shifted_meters_are_known,
    name_checks.names_in_lines_are_known,
    name_checks.percentages_stand_alone,
    sense_checks.the_calendar_is_real,
    sense_checks.short_pace_is_in_order,
    sense_checks.polls_are_published_in_the_exercise,
    sense_checks.injects_fall_in_the_exercise,
    sense_checks.attention_has_bounds,
    sense_checks.nothing_points_to_itself,
    sense_checks.relations_are_written_once,
    sense_checks.ranges_hold_their_start,
    sense_checks.lists_that_choose_are_not_empty,
    sense_checks.something_counts,
    sense_checks.turns_and_orders_are_whole,
    precedent_checks.precedents_keep_to_the_clock,
    precedent_checks.precedents_play_what_is_held,
    precedent_checks.bands_are_of_known_meters,
    precedent_checks.bands_are_narrow,
    pair_checks.halves_name_each_other,
    pair_checks.halves_can_meet,
    pair_checks.waiting_is_for_another_half,
    pair_checks.halves_stand_together,
    pair_checks.positions_bind,
    pair_checks.seats_taken_together_are_of_one_side,
    pair_checks.somebody_plays,
    crowd_checks.comments_can_be_treated,
    crowd_checks.treated_comments_exist,
    crowd_checks.classes_and_appearances_are_apart,
    crowd_checks.casualties_matter,
    crowd_checks.voices_know_what_is_in_the_open,
    crowd_checks.what_all_are_told_is_in_the_open,
    crowd_checks.hands_show_what_their_teams_may_know,
    means_checks.prepared_cards_are_held,
    means_checks.nobody_prepares_or_shares_from_outside,
    means_checks.audiences_can_be_listened_to,
    means_checks.channels_are_open,
    means_checks.peacetime_is_there,
    means_checks.cards_can_be_paid,
    use_checks.injects_can_fire,
    use_checks.hints_are_given,
    use_checks.cards_are_held,
    use_checks.somebody_holds_a_card,
    use_checks.flags_are_used,
    use_checks.stories_move_as_it_says,
    use_checks.expected_answers_can_be_given,
    use_checks.concepts_are_in_the_glossary,
    use_checks.texts_are_in_every_language,
    use_checks.names_can_be_shown,
    typography.texts_have_no_marks_around,
)


def check(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Yield what every check finds."""
    for one in CHECKS:
        yield from one(scenario, places)
