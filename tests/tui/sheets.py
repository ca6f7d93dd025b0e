"""Reads each style sheet once for all the apps of a run: every app reads the same ones, and does nothing to them."""

from textual.css import stylesheet


class Colours(dict):
    """The tokens of each variable of a theme, and what tells this theme from others."""

    def __init__(self, tokens, named):
        super().__init__(tokens)
        self.named = named


def read_sheets_once():
    """From now on a style sheet that has been read with the variables of a theme is not read with them again."""
    tokens_of, rules_of = stylesheet.tokenize_values, stylesheet.parse
    colours, rules = {}, {}

    def tokenize_values(variables):
        named = frozenset(variables.items())
        if named not in colours:
            colours[named] = Colours(tokens_of(variables), named)
        return colours[named]

    def parse(*sheet, variable_tokens, **how):
        read = (*sheet, variable_tokens.named, *how.items())
        if read not in rules:
            rules[read] = tuple(rules_of(*sheet, variable_tokens=variable_tokens, **how))
        return rules[read]

    stylesheet.tokenize_values, stylesheet.parse = tokenize_values, parse
