"""What is said to people when something happens, in which words, by which way and at which hours?

No placeholder stands for what is wrong with anybody: a message may be read over a shoulder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

MessageMoment = Literal[
    "referral_received", "referral_accepted", "question_asked", "visit_planned", "visit_changed",
    "referral_closed", "record_opened", "asked_for",
]  # fmt: skip
MessageWay = Literal["sms", "email", "letter"]

# What each moment can fill in. `name` is how the person is called; `link` is the address of this site.
EVERY_MOMENT = frozenset({"name", "team", "telephone", "place", "link"})
FILLED: Mapping[MessageMoment, frozenset[str]] = {
    "referral_received": EVERY_MOMENT,
    "referral_accepted": EVERY_MOMENT,
    "question_asked": EVERY_MOMENT,
    "visit_planned": EVERY_MOMENT | {"when"},
    "visit_changed": EVERY_MOMENT | {"when"},
    "referral_closed": EVERY_MOMENT,
    "record_opened": EVERY_MOMENT | {"when", "who", "why"},
    "asked_for": EVERY_MOMENT,
}
MOMENTS: Mapping[MessageMoment, str] = {
    "referral_received": "Their request was received",
    "referral_accepted": "A team said yes",
    "question_asked": "We need an answer from them",
    "visit_planned": "A visit was planned",
    "visit_changed": "A visit was planned again",
    "referral_closed": "Their request has ended",
    "record_opened": "Their record was opened in an emergency",
    "asked_for": "When a colleague sends it",
}


@dataclass(frozen=True, kw_only=True)
class Wording:
    """The message in one language (BCP 47). A translation that nobody has `reviewed` is not sent."""

    language: str
    subject: str
    words: str
    reviewed: bool = True


@dataclass(frozen=True, kw_only=True)
class MessageTemplate(Declaration):
    """One message to people. `ways` are those it may go by, the most usual first.

    Unless `urgent` it leaves only while `calendar` is open. After `useful_hours` an unsent one is stopped: late news misleads.
    """

    title: str = field(metadata=WORDING)
    moment: MessageMoment
    wordings: tuple[Wording, ...]
    calendar: str
    ways: tuple[MessageWay, ...] = ("sms", "email", "letter")
    urgent: bool = False
    useful_hours: int = 72

    def wording(self, language: str) -> Wording:
        """The words for somebody who speaks `language`: theirs when they are reviewed, else the first, in English."""
        fitting = (each for each in self.wordings if each.reviewed and each.language == language)
        return next(fitting, self.wordings[0])


def placeholders(text: str) -> frozenset[str]:
    """The names in braces. Raises ValueError when a brace is left open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
