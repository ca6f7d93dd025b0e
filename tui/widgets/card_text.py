"""All about a card: its text, its odds with the reasons and their signs, what it teaches, why it cannot be laid."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from engine.game.view import Choice, Term
from engine.language.messages import Message
from engine.text import Text
from tui.card_words import gone
from tui.scripted import marks_of, scripted, sign_of, weighed, weighing
from tui.widgets.chances import spelt
from tui.widgets.deck import Entry
from tui.widgets.names import POWER, POWER_STYLE, form, visible
from tui.widgets.typeset import EMPTY, cut, hanging, listed, paragraph, stack, tie, whole
from tui.widgets.wording import Tongue

TWO, THREE = 2, 3
APART = Content("   ")  # what keeps two reasons apart


def card_note(tongue: Tongue, entry: Entry, width: int, most: int) -> Content:
    """Return the card in a few lines, for below the list: at most `most` of them, and uncut where it needs no more."""
    uncut = _uncut(tongue, entry, width)
    return stack(uncut if len(uncut) <= most else _cut(tongue, entry, width, most))


def _uncut(tongue: Tongue, entry: Entry, width: int) -> list[Content]:
    """Return the card with its text, what it needs, its odds, what it moves and the reasons, each in full."""
    face = entry.face
    name = tongue.line(face.name, "bold")
    parts = [listed([name, traits(tongue, face)], Content("  ")), *([tongue.line(face.text)] if face.text else [])]
    if entry.why_not:
        parts.append(refusal(tongue, entry))
    if not gone(entry.choices):
        parts += [tongue.line(fact) for fact in face.facts]
        certain = face.odds.certain
        parts += [] if certain else [Content.assemble(tie(aimed(tongue, entry)), spelt(tongue, face.odds))]
        parts.append(if_it_works(tongue, face))
        if face.terms and not certain:
            parts.append(Content.assemble(weighs_in(tongue), " ", terms(tongue, face.terms)))
    return [line for part in parts if part for line in paragraph(part, width)]


def _cut(tongue: Tongue, entry: Entry, width: int, most: int) -> list[Content]:
    face = entry.face
    name = cut(tongue.line(face.name, "bold"), width)
    room = width - name.cell_length - 2
    lines = [listed([name, _line_of(_traits(tongue, face), room)], Content("  "))]
    against = paragraph(refusal(tongue, entry), width, most=THREE) if entry.why_not else []
    reasons = [] if face.odds.certain else ranked(tongue, face.terms)
    works = if_it_works(tongue, face, width)
    facts = _facts(tongue, face, width)
    if gone(entry.choices):
        text = paragraph(tongue.line(face.text), width, most=TWO) if face.text else []
        return [*lines, *text, *against][:most]
    chances = Content.assemble(tie(aimed(tongue, entry)), spelt(tongue, face.odds))
    odds = [] if face.odds.certain else paragraph(chances, width, most=TWO)
    fixed = len(facts) + 1 + len(against) + len(odds) + bool(reasons) + bool(works)
    if face.text:
        lines += paragraph(tongue.line(face.text), width, most=max(most - fixed, 1))
    lines += against
    lines += facts
    lines += odds
    lines += [works] if works else []
    lines += _reasons(tongue, reasons, width, max(most - len(lines), 1))
    return lines[:most]


def _reasons(tongue: Tongue, reasons: Sequence[Content], width: int, most: int) -> list[Content]:
    """Return reasons on at most so many lines, with their heading where it takes the place of none of them."""
    if not reasons:
        return []
    told = _broken(reasons) if most > 1 else whole(reasons, width, APART)
    headed = paragraph(Content.assemble(weighs_in(tongue), " ", told), width)
    return headed if len(headed) <= most else paragraph(told, width, most=most)


def _facts(tongue: Tongue, face: Choice, width: int) -> list[Content]:
    """Return what is to be known of a card: what fits on a line whole, or the first of it on two."""
    told = [tongue.line(fact) for fact in face.facts]
    if told and told[0].cell_length > width:
        return paragraph(told[0], width, most=TWO)
    return [whole(told, width, Content(" "))] if told else []


def card_whole(tongue: Tongue, entry: Entry, taught: Sequence[tuple[Text, Text]], width: int) -> Content:
    """Return everything about the card; `taught` are the names and texts of the concepts it teaches."""
    face = entry.face
    lines = [*paragraph(traits(tongue, face), width), EMPTY]
    if face.text:
        lines += [*paragraph(tongue.whole(face.text), width), EMPTY]
    why = refusal(tongue, entry)
    if why:
        lines += [*paragraph(why, width), EMPTY]
    told = tuple(dict.fromkeys(fact for choice in entry.choices for fact in choice.facts))
    lines += [line for fact in told for line in paragraph(tongue.line(fact), width)] + ([EMPTY] if told else [])
    lines += [line for each in scripted(face) for line in paragraph(tongue.line(each, "$muted"), width)] + [EMPTY]
    choices = () if gone(entry.choices) else entry.choices
    for choice in choices:
        lines += [*_odds_lines(tongue, choice, width), EMPTY]
    signs = legend(tongue, (term for choice in choices for term in weighing(choice)), width)
    lines += [*signs, EMPTY] if signs else []
    for name, text in taught:
        lines += [tongue.line(name, "bold $accent"), *paragraph(tongue.line(text), width, indent=2), EMPTY]
    return stack(lines[:-1])


def _odds_lines(tongue: Tongue, choice: Choice, width: int) -> list[Content]:
    lines: list[Content] = []
    if choice.target_name is not None:
        lines.append(tongue.line(choice.target_name, "bold"))
    lines += paragraph(spelt(tongue, choice.odds), width)
    works = if_it_works(tongue, choice)
    lines += paragraph(works, width) if works else []
    reasons = weighing(choice)
    lines += [weighs_in(tongue)] if reasons else []
    for term in reasons:
        mark = Content.assemble(sign(term), " ")
        lines += hanging(Content(" " * (3 - mark.cell_length)) + mark, tongue.line(weighed(term)), width)
    return lines


def legend(tongue: Tongue, reasons: Iterable[Term], width: int) -> list[Content]:
    """Say what the signs of these reasons mean, each once."""
    said = [tongue.line(each, "$muted") for each in marks_of(reasons)]
    return paragraph(_broken(said), width) if said else []


def weighs_in(tongue: Tongue) -> Content:
    """Return the heading of the reasons for odds."""
    return tongue.line(Message.of("card.weighs_in"), "$muted")


def if_it_works(tongue: Tongue, choice: Choice, width: int = 0) -> Content:
    """Return the meters that a success moves, each with an arrow up or down, or nothing; on a line of this width."""
    if not choice.moves:
        return EMPTY
    arrows = [Content.styled("▲ " if way > 0 else "▼ ", "bold") for _, way in choice.moves]
    moves = [
        Content.assemble(arrow if width else tie(arrow), tongue.line(name))  # where lines break, not behind an arrow
        for arrow, (name, _) in zip(arrows, choice.moves, strict=True)
    ]
    head = tongue.line(Message.of("card.if_it_works"), "$muted")
    if width:
        return Content.assemble(head, " ", whole(moves, max(width - head.cell_length - 1, 1), Content("  ")))
    return Content.assemble(head, " ", listed(moves, Content("  ")))


def traits(tongue: Tongue, choice: Choice) -> Content:
    """Return what kind of card it is."""
    return listed(_traits(tongue, choice)).stylize_before("$muted")


def _line_of(parts: Sequence[Content], room: int) -> Content:
    return whole(parts, room).stylize_before("$muted") if room > 0 else EMPTY


def _traits(tongue: Tongue, choice: Choice) -> list[Content]:
    """Return each thing that is to be said of the kind of a card."""
    parts = [tongue.line(POWER[choice.power], POWER_STYLE[choice.power]), tongue.line(form(choice.form))]
    if choice.platform:
        parts.append(tongue.line(choice.platform))
    parts.append(tongue.line(visible(choice.visible)))
    if choice.stands:
        parts.append(tongue.line(Message.of("card.stands")))
    if choice.answers:
        parts.append(tongue.line(Message.of("plain.card_answers"), "$danger"))
    if choice.once:
        parts.append(tongue.line(Message.of("card.once")))
    return parts


def aimed(tongue: Tongue, entry: Entry) -> Content:
    """Return at whom the card is aimed, where there is a choice: the odds that follow are for that target."""
    if entry.face.target_name is None:
        return EMPTY
    return Content.assemble(tongue.line(entry.face.target_name, "$foreground"), ": ")


def refusal(tongue: Tongue, entry: Entry) -> Content:
    """Return why the card cannot be laid now, or nothing."""
    return tongue.line(entry.why_not, "$danger") if entry.why_not else EMPTY


def terms(tongue: Tongue, reasons: Sequence[Term]) -> Content:
    """Return the reasons for the odds with their signs, the strongest first."""
    return _broken(ranked(tongue, reasons))


def _broken(reasons: Sequence[Content]) -> Content:
    """Return reasons for a paragraph: no line of it ends with the sign of a reason that begins on the next."""
    return listed([tie(each, 1) for each in reasons], APART)


def ranked(tongue: Tongue, reasons: Sequence[Term]) -> list[Content]:
    """Return each reason for the odds with its sign, the strongest first."""
    in_order = sorted(reasons, key=lambda term: -abs(term.weight))
    return [Content.assemble(sign(term), " ", tongue.line(term.reason)) for term in in_order]


def sign(term: Term) -> Content:
    """Return the direction and strength of a reason."""
    style = "bold $accent" if term.weight > 0 else "bold $danger" if term.weight else "$muted"
    return Content.styled(sign_of(term), style)
