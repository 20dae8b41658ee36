"""What stands in each question of a form that is being filled in, and what do two people's changes come to together?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.visits.api import Value


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What one question holds: a value, or 'still right' of a known fact; neither is an empty question."""

    value: Value | None = None
    still: UUID | None = None

    @property
    def empty(self) -> bool:
        return self.still is None and self.value in (None, "")


NOTHING = Typed()


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a question held after some save, and whose save it was."""

    typed: Typed
    by_name: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Clashing:
    """Two people changed one question differently since the page was opened: both are shown and nothing is overwritten."""

    link_id: str
    theirs: Kept
    mine: Typed


@dataclass(frozen=True, kw_only=True)
class Together:
    """What a save comes to: what to write, and what clashes."""

    changed: Mapping[str, Typed]
    clashes: tuple[Clashing, ...]


def together(*, seen: Mapping[str, Kept], now: Mapping[str, Kept], mine: Mapping[str, Typed]) -> Together:
    """`seen` is how the form stood when the page was drawn, `now` how it stands, `mine` what the page sends back.

    A question that I left as I saw it is not mine to change. One that nobody else changed takes my answer.
    """
    changed: dict[str, Typed] = {}
    clashes = []
    for link, typed in mine.items():
        base = seen[link].typed if link in seen else NOTHING
        standing = now[link].typed if link in now else NOTHING
        if _same(typed, base) or _same(typed, standing):
            continue
        if _same(standing, base):
            changed[link] = typed
        else:
            clashes.append(Clashing(link_id=link, theirs=now[link], mine=typed))
    return Together(changed=changed, clashes=tuple(clashes))


def _same(one: Typed, other: Typed) -> bool:
    return (one.empty and other.empty) or one == other
