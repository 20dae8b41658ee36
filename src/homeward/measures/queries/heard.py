"""When was each partner's feed last heard, how much of it was refused, and on which days did nothing come? From stored rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.together import Together
from homeward.grammar.api import Feed, FeedWay
from homeward.measures.queries.asking import check_may
from homeward.measures.rules.feeds import WINDOW, FeedHealth, Heard, health

# What came by each way, as (source, at, refused); each takes the sources and the moment since when. What lies above tells of itself.
_SAID: dict[FeedWay, str] = {
    "records": """select u.source, u.started_at as at, r.state in ('rejected', 'clash') as refused
        from records_run u join records_row r on r.run_id = u.id
        where not u.dry_run and u.source = any (%s) and u.started_at > %s""",
    "wards": """select source, received_at as at, outcome = 'refused' as refused from hospital_feedrow
        where source = any (%s) and received_at > %s""",
    "capacity": """select l.service_code as source, r.as_of as at, false as refused
        from capacity_line l join capacity_report r on r.line_id = l.id where l.service_code = any (%s) and r.as_of > %s""",
    "readings": """select s.service_code as source, o.recorded_at as at, o.struck_at is not null or o.total is null as refused
        from monitoring_stay s join monitoring_observationset o on o.stay_id = s.id
        where s.service_code = any (%s) and o.recorded_at > %s""",
}
_WORST = ("never", "late", "unsound", "on_time")
_COUNTED = """select max(at), count(*), count(*) filter (where refused),
array_agg(distinct (at at time zone 'Europe/London')::date) from ({said}) said where at <= %s"""


def tell_of(way: FeedWay, said: str) -> None:
    """How a package above tells of what came its way: a query as above. Said once, when it is loaded."""
    if _SAID.setdefault(way, said) != said:
        raise ValueError(f"what comes by '{way}' is told of twice, differently")


_together: Together[list[FeedHealth]] = Together()


def feed_health(codes: Sequence[str], *, by: Actor, at: datetime) -> list[FeedHealth]:
    """Each declared feed as it stands: never heard and late ones first. Rows are read, and nobody is named.

    It is the same for all who may see numbers: those who ask at the same moment are answered by one reading, of one of them.
    """
    check_may(by)
    feeds = tuple(directory.place().feeds[code] for code in codes if code in directory.place().feeds)
    if not feeds:
        return []
    return _together.ask(tuple(feed.code for feed in feeds), lambda: _read(feeds, by, at))


def _read(feeds: Sequence[Feed], by: Actor, at: datetime) -> list[FeedHealth]:
    with gate.job("numbers", by=by, at=at, why="how partners' feeds are"):
        found = [health(feed, _heard(feed, at), at=at) for feed in feeds]
    return sorted(found, key=lambda each: (_WORST.index(each.state), -each.late_by.total_seconds(), each.feed.title))


def _heard(feed: Feed, at: datetime) -> Heard:
    said = _SAID.get(feed.way)
    if said is None:
        return Heard(last=None, came=0, refused=0, days=frozenset())
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.format(said=said), [list(feed.sources), at - timedelta(days=WINDOW), at])
        last, came, refused, days = cursor.fetchone()
    return Heard(last=last, came=came, refused=refused, days=frozenset(days or ()))
