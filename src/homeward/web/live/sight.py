"""Who sees the same? Those with the same list, filters, organisation, role and teams: for them a change is drawn once."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from homeward.foundation.actions import Actor
from homeward.web.live.lists import LISTS, SharedList

LONGEST = 600  # characters of an address; filters are far shorter


@dataclass(frozen=True, kw_only=True)
class Sight:
    """All that the list's fragment depends on, but for the moment and what is in the database."""

    path: str
    filters: tuple[tuple[str, str], ...]
    organisation: str
    role: str
    teams: tuple[str, ...]
    purpose: str

    @property
    def list(self) -> SharedList:
        return LISTS[self.path]

    def address(self, ids: Iterable[str] | None) -> str:
        """Where the fragment with these rows is, or with all of them."""
        pairs = [*self.filters, *([("ids", ",".join(ids))] if ids is not None else [])]
        return f"{self.path}?{urlencode(pairs)}" if pairs else self.path


def sight_of(actor: Actor, asked: str) -> Sight | None:
    """The sight of somebody whose page shows the list at the address `asked`; None where it cannot be shared.

    A later page of a list is always fetched whole by itself: which rows stand on it depends on those before it.
    """
    if actor.kind != "staff" or not asked or len(asked) > LONGEST:
        return None
    parts = urlsplit(asked)
    pairs = tuple(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "ids")
    if parts.path not in LISTS or any(name == "page" for name, _ in pairs):
        return None
    return Sight(
        path=parts.path,
        filters=pairs,
        organisation=actor.organisation,
        role=actor.role,
        teams=actor.teams,
        purpose=actor.purpose,
    )
