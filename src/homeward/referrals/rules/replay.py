"""Do the events of a referral, read again from the first, lead to where it stands now?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a referral stands: the part of it that moves."""

    state: str
    owner_team: str
    hub_team: str
    need_code: str
    urgency: str
    service_code: str | None
    version: int


def replay(events: Iterable[tuple[str, Mapping[str, Any]]]) -> Standing | None:
    """The standing after these (kind, facts), oldest first; None before it was received.

    Every event that moves a referral carries its whole standing after the move; those that only add to its story
    (a note, an escalation) carry none.
    """
    standing: Standing | None = None
    for _, facts in events:
        if "standing" in facts:
            after = Standing(**facts["standing"])
            if standing is not None and after.version != standing.version + 1:
                raise ValueError(f"version {after.version} cannot follow version {standing.version}")
            standing = after if standing is None else replace(standing, **vars(after))
    return standing
