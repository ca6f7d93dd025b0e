"""The bots. Each says how much it would like each of its options, from the card's fields and what it may know.

A wish is [game, option of the team]; below 0 the bot leaves the option alone. No bot knows a card by name.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.game.bots.trays import NEVER, fill, noise
from engine.kernel.kinds import NONE, SUCCESS, Form, Kind, Power, Verb
from engine.kernel.lattice import Bools, Indices, Reals
from engine.kernel.observe import Observation
from engine.kernel.rulebook import Rulebook

CLEAR_ENOUGH = 60.0
TRACE_ENOUGH = 0.6
HOT_ENOUGH = 0.5
WORTH_BLOCKING = 30.0
TIE = 0.5
BUSY = 1.0
INVITED = 8.0
"""A half of a pair for which somebody was kept waiting."""
CIVIL = {Form.MEET: 3.0, Form.KOPI_DARAT: 1.5, Form.CORRECTION: 1.0, Form.AID: 1.0, Form.STATEMENT: 0.5, Form.POST: 0.5,
    Form.MAINTAIN: 0.5,
}  # fmt: skip

Policy = Callable[[Rulebook, Observation], Reals]


def silent(book: Rulebook, seen: Observation) -> Reals:
    """Does nothing."""
    return _wish(book, seen, {})


def loud(book: Rulebook, seen: Observation) -> Reals:
    """Posts and declares, and hears nobody."""
    return _wish(book, seen, {Form.POST: 3.0, Form.STATEMENT: 2.0})


def hawk(book: Rulebook, seen: Observation) -> Reals:
    """Presses wherever it can."""
    return np.where(_power(book, seen) == Power.HARD, 3.0, NEVER) + np.zeros((len(seen.heat), 1))


def charmer(book: Rulebook, seen: Observation) -> Reals:
    """Attracts, and never presses."""
    return np.where(_power(book, seen) == Power.SOFT, 3.0, NEVER) + np.zeros((len(seen.heat), 1))


def censor(book: Rulebook, seen: Observation) -> Reals:
    """Blocks what hurts it while that is hot, whatever its red lines say, and does nothing else."""
    story = blocked(book)[seen.options]
    hot = np.where(seen.slant > 0, seen.heat, 0.0)[:, story] >= WORTH_BLOCKING
    blocks = (story != NONE) & hot
    return np.where(blocks, _less_of_the_same(book, seen, np.full(blocks.shape, 3.0)), NEVER)


def listener(book: Rulebook, seen: Observation) -> Reals:
    """Hears every audience, answers people, and makes no move of its own."""
    wish = _wish(book, seen, {Form.REPLY: 3.0, Form.KOPI_DARAT: 2.0, Form.CORRECTION: 1.0, Form.LISTEN: 0.5})
    unheard = (book.options.form[seen.options] == Form.LISTEN) & ~_heard(book, seen)
    wish = np.where(unheard, 5.0, wish)
    return np.where(seen.crosses | (_power(book, seen) == Power.HARD), NEVER, _less_of_the_same(book, seen, wish))


def prudent(book: Rulebook, seen: Observation) -> Reals:
    """Settles its policy, listens, answers the stories that hurt, meets people, and keeps within its red lines."""
    wish = _wish(book, seen, CIVIL)
    form, power = book.options.form[seen.options], _power(book, seen)
    urgency = _urgency(book, seen)
    burning = book.options.answers[seen.options] & (urgency >= HOT_ENOUGH)
    wish = np.where(burning, 2.0 + 3.0 * urgency, wish)
    heard = _heard(book, seen)
    wish = np.where((form == Form.LISTEN) & ~heard, np.where(seen.heard.any(axis=1), 0.5, 5.0)[:, None], wish)
    wish = np.where((wish >= 0) & heard & (form != Form.LISTEN), wish + 0.5, wish)
    unclear = (seen.clarity < CLEAR_ENOUGH)[:, None]
    wish = np.where((form == Form.GUIDANCE) & unclear, 7.0, wish)
    wish = np.where(power == Power.SMART, np.maximum(wish, 2.0), wish)
    own_horn = (form == Form.POST) & (power != Power.SOFT)
    rash = seen.crosses | (power == Power.HARD) | own_horn
    wish = np.where(rash, NEVER, _less_of_the_same(book, seen, wish))
    return np.where(seen.invited & ~seen.crosses, INVITED, wish)


def smart(book: Rulebook, seen: Observation) -> Reals:
    """Prudent, and builds pressure and attraction toward one aim, in turn, until they work together."""
    wish = prudent(book, seen)
    aim, power = book.options.aim[seen.options], _power(book, seen)
    hard, soft = _toward(seen.hard, aim), _toward(seen.soft, aim)
    ready = (hard >= TRACE_ENOUGH) & (soft >= TRACE_ENOUGH)
    press = _can_press(book, seen) & ~ready & (hard < TRACE_ENOUGH) & (soft >= hard)
    attract = (aim >= 0) & ~press
    wanted = (press & (power == Power.HARD)) | (attract & (power == Power.SOFT))
    discordant = (press & (power == Power.SOFT)) | (attract & (power == Power.HARD))
    wish = np.where(wanted, np.maximum(wish, 4.5 - BUSY * seen.repeats), np.where(discordant, NEVER, wish))
    package = book.options.synergy[seen.options] & ready
    wish = np.where(package, 6.5 - BUSY * seen.repeats, wish)
    return np.where(seen.crosses, NEVER, wish)


def random(_: Rulebook, seen: Observation) -> Reals:
    """Whatever comes to mind."""
    return np.zeros((len(seen.heat), len(seen.options)))


POLICIES: Mapping[str, Policy] = {
    "silent": silent,
    "loud": loud,
    "hawk": hawk,
    "charmer": charmer,
    "censor": censor,
    "listener": listener,
    "prudent": prudent,
    "smart": smart,
    "random": random,
}


def orders(bot: str, book: Rulebook, seen: Observation, turn_key: NDArray[np.uint64]) -> Indices:
    """What a bot lays in each game of a batch, [game, slot]."""
    return lay(book, seen, POLICIES[bot](book, seen), turn_key)


def lay(book: Rulebook, seen: Observation, wish: Reals, turn_key: NDArray[np.uint64]) -> Indices:
    """What is laid by who wishes so, [game, slot]; ties are broken by dice of their own."""
    return fill(book, seen, np.where(wish >= 0, wish + TIE * noise(book, seen, turn_key), NEVER))


@lru_cache(maxsize=16)
def blocked(book: Rulebook) -> Indices:
    """The story that each option blocks, [option]; NONE for most."""
    rows = book.rows
    first, count = (table[Kind.OTHER, :, SUCCESS] for table in (rows.first, rows.count))
    result = np.full(len(book.laid), NONE, dtype=np.int64)
    for option in range(len(book.laid)):
        own = rows.order[first[option] : first[option] + count[option]]
        result[option] = max(rows.thing[own[rows.verb[own] == Verb.BLOCK]], default=NONE)
    return result


def _wish(book: Rulebook, seen: Observation, by_form: Mapping[Form, float]) -> Reals:
    table = np.full(len(Form), NEVER)
    for form, value in by_form.items():
        table[form] = value
    return np.repeat(table[book.options.form[seen.options]][None], len(seen.heat), axis=0)


def _power(book: Rulebook, seen: Observation) -> Indices:
    return book.options.power[seen.options]


def _urgency(book: Rulebook, seen: Observation) -> Reals:
    """Heat of each option's story beside the hottest that hurts the side, 0..1; 0 where it hurts others only."""
    story = book.options.story[seen.options]
    hurting = np.where(seen.slant > 0, seen.heat, 0.0)
    hottest = hurting.max(axis=1, keepdims=True)
    own = np.where(story == NONE, hottest, hurting[:, story])
    share: Reals = own / np.maximum(hottest, 1.0)
    return share


def _heard(book: Rulebook, seen: Observation) -> Bools:
    """Options whose audience was heard lately; without an audience, whether any was, [game, option]."""
    audience = book.options.audience[seen.options]
    heard = np.array(seen.heard[:, audience])
    heard[:, audience < 0] = np.any(seen.heard, axis=1, keepdims=True)
    return heard


def _can_press(book: Rulebook, seen: Observation) -> Bools:
    """Options toward a side that the team could also press, within its red lines, [game, option]."""
    aim = book.options.aim[seen.options]
    hard = seen.legal & ~seen.crosses & (_power(book, seen) == Power.HARD)
    result: Bools = np.zeros(hard.shape, dtype=bool)
    for side in range(len(book.sides)):
        toward = aim == side
        result[:, toward] = hard[:, toward].any(axis=1, keepdims=True)
    return result


def _toward(traces: Reals, aim: Indices) -> Reals:
    return np.where(aim >= 0, traces[:, aim], 0.0)


def _less_of_the_same(book: Rulebook, seen: Observation, wish: Reals) -> Reals:
    """What was done lately is wished for less; answering people is daily work, and wears less."""
    wear = np.where(book.options.form[seen.options] == Form.REPLY, BUSY / 2, BUSY)
    return np.where(wish >= 0, np.maximum(wish - wear * seen.repeats, 0.0), wish)
