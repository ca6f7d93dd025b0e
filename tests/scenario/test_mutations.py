"""A scenario never brings a traceback: shipped files are broken in a thousand ways, always the same ones."""

import random
import re

import pytest

from engine.compiler.findings import proved
from engine.language.catalogue import say
from engine.scenario.reader import read_text
from tests.scenario.broken import ROOT

SHIPPED = sorted(path for path in (ROOT / "scenarios").glob("*.yaml") if path.stem != "glossary")
FERRY, OTHER = 700, 300
"""A thousand together: most of the Ferry Rumour, which holds all there is in a page, the rest of the large ones."""
TOKENS = ["[", "]", "{", "}", ":", ": ", "#", "-", "'", '"', "&a", "*a", "!!str", "%", "@", "|", "null", ".nan"]
TOKENS += ["true", "1e999", "9" * 50, "\t", "own", "target", "all", "==", "&&", "\u202e", "\x00", "🚢", "---"]


def flip_a_byte(dice, source):
    at = dice.randrange(len(source))
    return source[:at] + bytes([source[at] ^ 1 << dice.randrange(8)]) + source[at + 1 :]


def cut_off(dice, source):
    return source[: dice.randrange(len(source))]


def by_line(edit):
    """A mutation of one line: `edit` returns the lines that stand in its place."""

    def mutate(dice, source):
        lines = source.decode().split("\n")
        number = dice.choice([i for i, line in enumerate(lines) if line.strip()])
        changed = [*lines[:number], *edit(dice, lines[number]), *lines[number + 1 :]]
        return "\n".join(changed).encode(), number + 1, lines[number]

    return mutate


def indent(dice, line):
    body = line.lstrip(" ")
    return [" " * max(0, len(line) - len(body) + dice.choice([-4, -2, -1, 1, 2, 4])) + body]


def replace_a_token(dice, line):
    words = list(re.finditer(r"[\w.%-]+|[^\w\s]", line))
    word = dice.choice(words)
    return [line[: word.start()] + dice.choice(TOKENS) + line[word.end() :]]


def rename_a_key(dice, line):
    keys = list(re.finditer(r"[a-z_]+(?=:)", line))
    if not keys:
        return [line + " x"]
    key = dice.choice(keys)
    at = dice.randrange(key.start(), key.end())
    return [line[:at] + dice.choice("xq_") + line[at + 1 :]]


LINE_MUTATIONS = {
    "delete": by_line(lambda _dice, _line: []),
    "duplicate": by_line(lambda _dice, line: [line, line]),
    "indent": by_line(indent),
    "token": by_line(replace_a_token),
    "rename": by_line(rename_a_key),
}


def swap(dice, source):
    lines = source.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


OTHERS = {"flip": flip_a_byte, "cut": cut_off, "swap": swap}


def said(finding):
    return f"{say('en', finding.message)} {say('en', finding.hint)}"


def is_near(finding, number, line):
    """Whether a finding lies within two lines of the mutated one, spans it, or names what stood there."""
    named = [int(digits) for digits in re.findall(r"line (\d+)", said(finding))]
    if any(abs(place - number) <= 2 for place in (finding.place.line, *named)):
        return True
    if finding.message.code == "yaml.bracket" and any(finding.place.line <= number <= last for last in named):
        return True
    return any(re.search(rf"`(?:[\w.]*\.)?{word}(?:\.\w+)?`", said(finding)) for word in re.findall(r"\w+", line))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_mutation_brings_a_traceback_and_each_refusal_leads_to_its_line(path):
    source, dice = path.read_bytes(), random.Random(20310410)
    names, refused, lost = [*LINE_MUTATIONS, *OTHERS], 0, []
    mutations = FERRY if path.stem == "ferry_rumour" else OTHER // (len(SHIPPED) - 1)
    for i in range(mutations):
        name = names[i % len(names)]
        if name in OTHERS:
            reading = read_text(OTHERS[name](dice, source), path.name)
            assert reading.scenario is not None or reading.findings
            continue
        broken, number, line = LINE_MUTATIONS[name](dice, source)
        reading = read_text(broken, path.name)
        errors = [finding for finding in reading.findings if finding.is_error]
        assert (reading.scenario is None) == bool(errors)
        refused += bool(errors)
        if errors and not any(is_near(finding, number, line) for finding in errors):
            lost.append((name, number, line.strip(), [f"{f.place} {said(f)}" for f in errors[:3]]))
    assert refused > mutations // 4
    assert lost == []


def test_what_is_left_of_a_mutated_scenario_can_be_proved_or_is_refused():
    source, dice, read = (ROOT / "scenarios" / "ferry_rumour.yaml").read_bytes(), random.Random(1), 0
    for mutate in [*LINE_MUTATIONS.values()] * 40:
        reading = read_text(mutate(dice, source)[0], "ferry.yaml")
        read += reading.scenario is not None
        judged = proved(reading)
        assert (judged.scenario is None) == any(finding.is_error for finding in judged.findings)
    assert read > 20
