"""As which of the place's partners does an organisation count, and which objection keeps its people out?"""

from homeward.directory.api import place
from homeward.foundation.actions import Actor


def partners_of(organisation: str) -> tuple[str, ...]:
    """The codes of the partners that this organisation, or one that it is part of, belongs to."""
    here = place()
    line: list[str] = []
    code: str | None = organisation
    while code and code not in line:
        line.append(code)
        declared = here.organisations.get(code)
        code = declared.part_of if declared else None
    return tuple(each.code for each in here.sharing_partners.values() if set(line) & set(each.organisations))


def care_purpose() -> str:
    """The code of the purpose for which staff open records."""
    return next(each.code for each in place().sharing_purposes.values() if each.direct_care)


def objectionable(by: Actor) -> tuple[str | None, tuple[str, ...]]:
    """The purpose and the partners whose objection keeps this actor out; no purpose for those whom none keeps out.

    Whoever acts for a declared purpose other than care is kept out by an objection to that one.
    """
    if by.kind not in ("staff", "partner"):
        return None, ()
    purpose = by.purpose if by.purpose in place().sharing_purposes else care_purpose()
    return purpose, partners_of(by.organisation)
