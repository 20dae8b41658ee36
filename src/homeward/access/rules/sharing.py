"""May a record be handed on for a purpose, given what the purpose needs and what the person said?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from homeward.grammar.api import SharingBasis

Kind = Literal["consent", "objection", "withdrawn"]
EVERYBODY = ""


@dataclass(frozen=True, kw_only=True)
class Saying:
    """What stands: consent to, or objection to, one purpose and one partner ('' is everybody)."""

    id: UUID
    kind: str
    purpose: str
    partner: str


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The answer, in words that can be shown, and the saying that it rests on."""

    allowed: bool
    words: str
    consent_id: UUID | None = None


def decide(
    *, purpose: str, title: str, basis: SharingBasis, partners: Collection[str], sayings: Iterable[Saying]
) -> Decision:
    """What was said of this partner goes before what was said of everybody; a 'no' goes before a 'yes'."""
    said = [each for each in sayings if each.purpose == purpose and each.kind != "withdrawn"]
    named = [each for each in said if each.partner in partners and each.partner != EVERYBODY]
    general = [each for each in said if each.partner == EVERYBODY]
    ruling = next(iter(sorted(named, key=_no_first) or sorted(general, key=_no_first)), None)
    lower = title[:1].lower() + title[1:]
    if basis == "required":
        against = ruling is not None and ruling.kind == "objection"
        words = f"The law requires this to be passed on ({lower}){', although the person said no' if against else ''}."
        return Decision(allowed=True, words=words, consent_id=ruling.id if ruling else None)
    if ruling is not None:
        yes = ruling.kind == "consent"
        return Decision(
            allowed=yes, words=f"The person said {'yes' if yes else 'no'} to: {lower}.", consent_id=ruling.id
        )
    if basis == "with_consent":
        return Decision(allowed=False, words=f"The person has not been asked, or has not said yes, to: {lower}.")
    return Decision(allowed=True, words=f"The person has not said no to: {lower}.")


def _no_first(saying: Saying) -> bool:
    return saying.kind != "objection"
