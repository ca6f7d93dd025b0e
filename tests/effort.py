"""How hard a property is tried: the profile's number of examples, or a part of it where one example is costly."""

from hypothesis import HealthCheck, Phase, settings

LEAST = 4


def one_in(part):
    """Try as many examples as the profile says divided by `part`; for whole scenarios, which are slow to draw."""
    return settings(
        max_examples=max(settings.default.max_examples // part, LEAST),
        phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],  # explaining whole scenarios takes long
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def always(examples):
    """So many examples, the same ones in every run; for what is asked of all of them together."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
