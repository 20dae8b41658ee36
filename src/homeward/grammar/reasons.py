"""Which reasons may be given for a decline, hand-back, withdrawal, closing, undo or pause, or for closing a bed?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

ReasonFor = Literal["decline", "hand_back", "revoke", "close", "undo", "pause", "break_glass", "reopen", "breach", "unit_closed"]

# What the house itself must be able to say by a reason, whatever a place calls it.
Meaning = Literal["person_died", "sender_withdrew", "made_in_error"]


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason on a list. `asks_for_words`: the person must also say why in their own words. `means`: what the house uses it for."""

    code: str
    title: str
    asks_for_words: bool = False
    means: Meaning | None = None


@dataclass(frozen=True, kw_only=True)
class ReasonList(Declaration):
    """The reasons offered for one kind of move, in the order they are shown."""

    title: str = field(metadata=WORDING)
    used_for: ReasonFor
    reasons: tuple[Reason, ...]
