"""Dice by key: a die depends on seed, game, turn, purpose, team and card, never on what was drawn before.

The mixing function is the finaliser of splitmix64 (Steele, Lea and Flood 2014); names enter as 64-bit hashes of ids,
so that no position in a file moves a roll.
"""

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

_GOLDEN = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_WORD = (1 << 64) - 1
_30, _27, _31 = np.uint64(30), np.uint64(27), np.uint64(31)
_MULTIPLY = np.uint64(_FIRST), np.uint64(_SECOND)


def name(kind: str, identity: str) -> int:
    """Stable 64-bit hash of a name."""
    return int.from_bytes(blake2b(f"{kind}:{identity}".encode(), digest_size=8).digest(), "little")


def mix_one(word: int) -> int:
    """The finaliser on one word."""
    word ^= word >> 30
    word = word * _FIRST & _WORD
    word ^= word >> 27
    word = word * _SECOND & _WORD
    return word ^ word >> 31


def mix(words: Keys) -> Keys:
    """The finaliser on an array, in place: give it a fresh one."""
    words ^= words >> _30
    words *= _MULTIPLY[0]
    words ^= words >> _27
    words *= _MULTIPLY[1]
    words ^= words >> _31
    return words


def face(purpose: str, team: str, thing: int = 0) -> int:
    """The part of a die's key that does not change from game to game or turn to turn."""
    return mix_one(mix_one(mix_one(name("purpose", purpose)) ^ name("team", team)) ^ thing)


def games(seed: int, first: int, count: int) -> Keys:
    """Keys of the games `first` .. `first + count - 1` of a seed, [game]."""
    numbers = np.arange(first, first + count, dtype=np.uint64)
    return mix(numbers ^ np.uint64(mix_one((seed + _GOLDEN) & _WORD)))


def other(seed: int, take: int) -> int:
    """The seed of turns that were taken back and rolled anew `take` times; 0 is the first."""
    return seed if take == 0 else mix_one(name("take", f"{seed}/{take}"))


def turn_keys(game_keys: Keys, turn: int) -> Keys:
    """Keys of one turn in each game, [game]."""
    return mix(game_keys ^ np.uint64(turn))


def roll(turn_key: Keys, faces: Keys) -> Keys:
    """Dice for turn keys and faces that broadcast against each other."""
    return mix(turn_key ^ faces)
