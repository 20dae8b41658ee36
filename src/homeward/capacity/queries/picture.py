"""What does the whole ledger say? Read once for all who ask, until something on it changes or a moment comes that changes it.

It names no service's patients and is the same for everybody: each asker passes the gate of their own page before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from django.db.models import Min, Q

from homeward.capacity.models import Unmet
from homeward.capacity.queries.cards import RunView, runs
from homeward.capacity.queries.offers import Offer, read_offers
from homeward.capacity.queries.pressures import newest_pressures
from homeward.capacity.queries.unchanged import NOTHING_YET, Look, look
from homeward.capacity.queries.unmet import UnmetCount, unmet
from homeward.directory import api as directory
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import Place

WEEK = timedelta(days=7)
AT_MOST = timedelta(minutes=15)  # marks are kept for a day, so no reading may grow old


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture:
    """The ledger from `at` until just before `until`: the same object for all who ask, so that what is made of it can be kept.

    `lines` by service, those words that age told for `at` (`Offer.told`); `unmet`: what waits, and the week's.
    """

    at: datetime
    until: datetime
    lines: Mapping[str, Sequence[Offer]]
    unmet: Sequence[UnmetCount]
    levels: Mapping[str, tuple[int, datetime]]
    runs: Sequence[RunView]


@dataclass(frozen=True, kw_only=True)
class _Held:
    database: str
    snapshot: str
    place: Place
    picture: Picture


_held: list[_Held] = []
_turn = Lock()


def picture(*, at: datetime) -> Picture:
    """The ledger at this moment. A transaction that is writing sees its own changes, and shows them to nobody."""
    found, seen = _still_good(at)
    if found is not None:
        return found
    if seen.writing:
        return _read(at)
    with _turn:
        found, seen = _still_good(at)
        if found is None:
            found = _read(at)
            _held[:] = [_Held(database=seen.database, snapshot=seen.snapshot, place=directory.place(), picture=found)]
    return found


def _still_good(at: datetime) -> tuple[Picture | None, Look]:
    held = next(iter(_held[:1]), None)
    now = look(held.snapshot if held else NOTHING_YET)
    if held is None or now.writing or now.changed or now.database != held.database:
        return None, now
    good = held.picture.at <= at < held.picture.until and held.place is directory.place()
    return (held.picture if good else None), now


def _read(at: datetime) -> Picture:
    lines, changes_at = read_offers(at=at)
    moments = [changes_at, at + AT_MOST, at_london(london_day(at) + timedelta(days=1)), *_of_unmet(at)]
    return Picture(
        at=at, until=min(each for each in moments if each is not None), lines=lines,
        unmet=unmet(since=at - WEEK, until=at), levels=newest_pressures(), runs=runs(on=True),
    )  # fmt: skip


def _of_unmet(at: datetime) -> list[datetime | None]:
    """When the first of the week's needs is no longer of it, and when one that was said to be later is."""
    found = Unmet.objects.filter(at__gte=at - WEEK).aggregate(
        first=Min("at", filter=Q(at__lt=at)), next=Min("at", filter=Q(at__gte=at))
    )
    first, coming = found["first"], found["next"]
    return [
        first + WEEK + timedelta(microseconds=1) if first else None,
        coming + timedelta(microseconds=1) if coming else None,
    ]
