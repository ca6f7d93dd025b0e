"""Reads the whole numbers that people type, the same way wherever they are asked for."""


def whole(typed: str, most: int) -> int | None:
    """Return the number from 0 to `most` that is written in plain digits, nothing else beside them; None if it is none.

    No more digits are read than `most` has: Python refuses to read a number of thousands of them.
    """
    plain = typed.isascii() and typed.isdecimal() and len(typed) <= len(str(most))
    return int(typed) if plain and int(typed) <= most else None
