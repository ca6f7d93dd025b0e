"""The state of the naive interpreter at STARTEX: its meters, with their starts and ranges."""

from itertools import combinations

from tests.reference_tables import q12

STAGES = ("cyber", "grassroots", "public")
NEVER = -10_000
"""A turn long before the first."""


def all_meters(scenario, model):
    """Name, start, least and largest value of every meter."""
    for audience, it in scenario.audiences.items():
        for side in scenario.sides:
            yield f"{audience}.{side}", q12(it.opinion.get(side, 0)), -100.0, 100.0
    for story, it in scenario.narratives.items():
        yield f"{story}.heat", q12(it.heat), 0.0, 100.0
    for team, it in scenario.teams.items():
        yield from meters_of_a_team(scenario, model, team, it)
    for one, other in combinations(sorted(scenario.sides), 2):
        for trace in (f"{one}.{other}", f"{other}.{one}"):
            yield f"hard.{trace}", 0.0, 0.0, 3.0
            yield f"soft.{trace}", 0.0, 0.0, 3.0
        relations = scenario.sides[one].relations.get(other, scenario.sides[other].relations.get(one, 0))
        yield f"relations.{one}.{other}", q12(relations), -100.0, 100.0
    yield "freedom", q12(scenario.freedom), 0.0, 100.0
    for meter, it in scenario.meters.items():
        yield meter, q12(it.start), q12(it.range[0]), q12(it.range[1])


def meters_of_a_team(scenario, model, team, it):
    for own in ("credibility", "clarity", "network", "file"):
        yield f"{team}.{own}", q12(getattr(it, own)), 0.0, 100.0
    yield f"{team}.expectation", 0.0, 0.0, 100.0
    for platform in scenario.platforms:
        skill = it.channels.get(platform, 0) if it.channels else 50
        yield f"{team}.channel.{platform}", q12(skill), 0.0, 100.0
    yield f"{team}.backlog", q12(it.backlog), 0.0, q12(model["backlog_cap"] * q12(it.hours))
    yield f"{team}.hours", q12(it.hours), 0.0, 1000.0
    yield f"{team}.budget", q12(it.budget), 0.0, 1000.0
