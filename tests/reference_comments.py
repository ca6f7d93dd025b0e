"""A flood of comments in the naive interpreter: how many there are, and what treating and leaving them does."""

from tests.reference_check import card_of
from tests.reference_effects import send, without_order
from tests.reference_expressions import Sender, size
from tests.reference_tables import divided, q12, q16


def numbers(game):
    """Class -> how many of its comments there are now, beside the others."""
    shares = {name: it.share for name, it in game.scenario.comments.items()}
    return {name: max(0.0, q12(size(game, share, "", Sender("")))) for name, share in shares.items()}


def chosen_classes(game, target):
    """The class itself, or all that look like the appearance."""
    return [name for name, it in game.scenario.comments.items() if target in {name, it.looks_like}]


def treat(game, phase, order):
    """Book the relief, and yield each effect on comments with its cause and their share among those treated."""
    treats, there = card_of(game, order).treats, numbers(game)
    classes = chosen_classes(game, order.target)
    all_chosen = sum(there[name] for name in classes)
    focus = q12(divided(all_chosen, sum(there.values())) * game.model["triage_focus"])
    hours = game.model["reply_hours" if treats == "answer" else "remove_hours"]
    phase.add(f"order/{order.team}/{order.card}/relief", f"{order.team}.backlog", -q12(hours * min(1, focus)))
    game.treated |= {(order.team, name) for name in classes}
    done = "if_answered" if treats == "answer" else "if_removed"
    for name in classes:
        share = divided(there[name], all_chosen)
        for i, effect in enumerate(getattr(game.scenario.comments[name], done)):
            if there[name] > 0:
                yield effect, f"comments/{name}/{done}.{i}/{order.team}", share


def leave(game, phase, team):
    """What a team that could treat the flood leaves in it."""
    if not any(game.scenario.cards[card].treats for card in game.scenario.teams[team].holds):
        return
    there = numbers(game)
    for name, it in game.scenario.comments.items():
        scale = q16(divided(there[name], sum(there.values())) * min(1, game.load(team)))
        if (team, name) not in game.treated and scale > 0:
            for i, effect in without_order(it.if_left):
                send(game, phase, effect, Sender(f"comments/{name}/if_left.{i}/{team}", team), scale)
