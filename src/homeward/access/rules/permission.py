"""May this kind of asker do this, and on what ground may they open this person's record?"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Literal

from homeward.access.vocabulary import FIRST_MEETINGS, OVERSIGHT
from homeward.foundation.actions import ActorKind

Ground = Literal["free", "oversight", "relationship", "none"]


def matches(permission: str, patterns: Iterable[str]) -> bool:
    """Does one of the patterns ('referral.*') permit it?"""
    return _matches(permission, tuple(patterns))


@lru_cache(maxsize=8192)  # a page asks some thirty times, of roles that hardly ever change
def _matches(permission: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(permission, pattern) for pattern in patterns)


def ground(
    *,
    verb: str,
    kind: ActorKind,
    needs_relationship: bool,
    own_record: bool,
    bound_to_other: bool,
) -> Ground:
    """On what ground the record may open: freely, to oversee, only by a live relationship, or not at all.

    `own_record`: the asker (or their link) is about this very person. `bound_to_other`: the asker is a link made for
    somebody else. Freely still means: permitted by the role, and written down.
    """
    if kind == "system" or own_record:
        return "free"
    if kind == "link" and bound_to_other:
        return "none"
    if verb in OVERSIGHT and kind == "staff":
        return "oversight"
    if verb in FIRST_MEETINGS:
        return "free"
    if kind == "link":
        return "none"
    if kind in ("staff", "partner") and not needs_relationship:
        return "free"
    return "relationship"
