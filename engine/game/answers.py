"""What came of an intent: it was accepted, or refused with a reason."""

from dataclasses import dataclass

from engine.language.messages import Message
from engine.scenario.findings import Finding


@dataclass(frozen=True, slots=True)
class Accepted:
    """The intent has taken effect; `closed` are the turns that it brought to an end."""

    closed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The intent changes nothing, and why; `findings` where a fragment cannot be read."""

    reason: Message
    findings: tuple[Finding, ...] = ()
