"""Where may somebody have gone from a bed beside the door? To a ward, or where people go when they leave hospital, as declared."""

from homeward.front_door.vocabulary import ANYWHERE, LEFT_FOR, MOVED, NOT_SAID, TO_WARD
from homeward.grammar.api import DischargePolicy


def offered(policy: DischargePolicy | None) -> dict[str, str]:
    """What may be chosen: code and words."""
    declared = {each.code: each.title for each in policy.destinations} if policy else dict(ANYWHERE)
    return {TO_WARD: LEFT_FOR[TO_WARD], **declared}


def said(code: str, policy: DischargePolicy | None) -> str:
    """The words of one."""
    return LEFT_FOR[code] if code in (NOT_SAID, MOVED) else offered(policy).get(code, code)


def dead(policy: DischargePolicy | None) -> str:
    """The code that says that somebody has died."""
    return next((each.code for each in policy.destinations if each.kind == "died"), "died") if policy else "died"
