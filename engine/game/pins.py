"""PINs: a team may lock its screen against the next pair of eyes. Four digits keep out a glance, not an attack."""

import re
import secrets
from hashlib import pbkdf2_hmac

ROUNDS = 100_000
_PIN = re.compile(r"[0-9]{4,12}")
_LOCK = re.compile(r"[0-9a-f]{32}:[0-9a-f]{64}")


def is_pin(typed: str) -> bool:
    """Whether this may be a PIN: 4 to 12 digits."""
    return bool(_PIN.fullmatch(typed))


def is_lock(lock: str) -> bool:
    """Whether this is a lock as `lock_of` makes them."""
    return bool(_LOCK.fullmatch(lock))


def lock_of(pin: str) -> str:
    """Return a lock for a PIN: salt and slow hash, so that the save does not hold the PIN itself."""
    salt = secrets.token_hex(16)
    return f"{salt}:{_hash(salt, pin)}"


def opens(lock: str, pin: str) -> bool:
    """Whether a PIN opens a lock."""
    salt, _, hashed = lock.partition(":")
    return secrets.compare_digest(_hash(salt, pin), hashed)


def _hash(salt: str, pin: str) -> str:
    return pbkdf2_hmac("sha256", pin.encode(), bytes.fromhex(salt), ROUNDS).hex()
