"""One-line expressions of generated scenarios: a product has two factors at most, so that every sum stays small."""

COMPARED = ("<", "<=", ">", ">=", "==", "!=")


def literal(d):
    n = d.number(-100, 100)
    return f"({n!r})" if n < 0 else repr(n)


def term(d, names):
    left = d.one(names)
    match d.whole(0, 6):
        case 3:
            return literal(d)
        case 4:
            return f"{left} * {literal(d) if d.seldom(2) else d.one(names)}"
        case 5:
            return quotient(d, names, left)
        case 6:
            return f"-{left}"
    return left


def quotient(d, names, left):
    """What the compiler can prove: a small thing by any meter, which may be 0, or any meter by a fixed number."""
    match d.whole(0, 2):
        case 0:
            return f"{left} / {d.whole(125, 100_000) / 1000}"
        case 1:
            return f"{d.number(0, 1)!r} / {left}"
    return f"{d.one([name for name in names if name.endswith('.stage')])} / {left}"


def total(d, names):
    """A term, or two that are added or taken from each other."""
    first = term(d, names)
    return f"{first} {d.one('+-')} {term(d, names)}" if d.seldom(2) else first


def comparison(d, names):
    line = f"{total(d, names)} {d.one(COMPARED)} {total(d, names)}"
    return f"{line} {d.one(COMPARED)} {literal(d)}" if d.seldom(8) else line


def condition(d, names):
    """A line that says whether something holds; now and then a bare number or truth value."""
    match d.whole(0, 9):
        case 6:
            return f"not ({comparison(d, names)})"
        case 7:
            return f"{comparison(d, names)} {d.one(('and', 'or'))} {comparison(d, names)}"
        case 8:
            return total(d, names)
        case 9:
            return d.one((True, False, 1, 0.0, "true", "not false"))
    return comparison(d, names)


def amount(d, names, most=20):
    """A number, a percentage, or an expression."""
    return f"{d.number(-100, 100):.4f}%" if d.seldom(3) else plain_amount(d, names, most)


def plain_amount(d, names, most):
    """A number or an expression: a percentage of nothing would have no meaning."""
    match d.whole(0, 2):
        case 0:
            return d.number(-most, most)
        case 1:
            return total(d, names)
    return f"5 * ({comparison(d, names)})"
