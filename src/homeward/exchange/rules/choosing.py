"""By which way is this person told? The one they prefer, never one that is dangerous to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.grammar.api import MessageWay

NO_WAY = "No number, email or address is known that may be used."
PROTECTED = "This person’s details are protected, so nothing is sent by itself. Speak with them."
FORBIDDEN = "Using the ways we know has been marked as dangerous for this person."
_MOBILE = re.compile(r"(\+?44|0)7\d{9}")


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How a person can be reached: what is known, what they wish, what would be dangerous."""

    name: str
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    postcode: str = ""
    language: str = "en"
    protected: bool = False
    died: bool = False
    prefers: MessageWay | None = None
    never_ways: frozenset[str] = frozenset()
    never_values: frozenset[str] = frozenset()

    def recipient(self, way: MessageWay) -> str:
        """The number, email or address of this way; '' when there is none that could serve."""
        if way == "sms":
            return self.phone if is_mobile(self.phone) else ""
        if way == "email":
            return self.email
        lines = [*self.address, self.postcode]
        return "\n".join(line for line in lines if line) if self.address and self.postcode else ""

    def forbidden(self, way: MessageWay) -> bool:
        """Would it be dangerous?"""
        return way in self.never_ways or plain(self.recipient(way)) in self.never_values


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The way and whom it reaches; or why there is none."""

    way: MessageWay | None
    recipient: str = ""
    why_not: str = ""


def choose(reach: Reach, ways: Sequence[MessageWay]) -> Choice:
    """The preferred way when the message may go by it, else the first that reaches them safely."""
    if reach.protected:
        return Choice(way=None, why_not=PROTECTED)
    ordered = sorted(ways, key=lambda way: way != reach.prefers)
    known = [way for way in ordered if reach.recipient(way)]
    safe = next((way for way in known if not reach.forbidden(way)), None)
    if safe is None:
        return Choice(way=None, why_not=FORBIDDEN if known else NO_WAY)
    return Choice(way=safe, recipient=reach.recipient(safe))


def is_mobile(phone: str) -> bool:
    """A British mobile number: a text message to a landline is lost without a word."""
    return _MOBILE.fullmatch(re.sub(r"[\s()-]", "", phone)) is not None


def plain(value: str) -> str:
    """A number, email or address for comparing: case, spaces and punctuation aside, +44 as 0."""
    close = re.sub(r"[^\w@.+]", "", value.casefold())
    return re.sub(r"^(\+44|0044)", "0", close)
