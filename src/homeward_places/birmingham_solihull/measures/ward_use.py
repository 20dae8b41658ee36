"""How full is a ward at home, morning by morning: people on it, out of the places that somebody said were staffed?"""

from typing import Any

from homeward.grammar.api import Service
from homeward_places.birmingham_solihull.measures.rows import shown


def ward_use(tables: Any, service: Service) -> Any:
    """People (met, worth nothing below the line) and places (counted, worth their number) at each day's snapshot.

    A report that is older than the service's declared shelf-life says nothing. Where nobody said how many places were
    staffed, the people of that day are listed and not counted: a share of nothing known is no share.
    """
    import ibis  # only where numbers are compiled

    days = tables.days
    said = tables.capacity_reports.filter(
        tables.capacity_reports.service == service.code, tables.capacity_reports.total.notnull()
    )
    fresh = said.reported_at + ibis.interval(hours=service.capacity_shelf_life_hours)
    staffed = said.mutate(fresh_until=fresh).inner_join(
        days,
        [
            said.reported_at <= days.snapshot_at,
            (said.until > days.snapshot_at) | said.until.isnull(),
            ibis._.fresh_until > days.snapshot_at,
        ],
    )
    places = staffed.select("snapshot_at", "team", id="line_id", person_id=ibis.null("string"), places="total").mutate(
        status=ibis.literal("not_met"), why=ibis.literal("Places staffed that morning"), evidence=ibis.literal(True)
    )
    stays = tables.ward_stays.filter(tables.ward_stays.service == service.code)
    stays = stays.select("stay_id", "person_id", "team", "joined_at", "left_at")
    on = stays.inner_join(
        days, [stays.joined_at <= days.snapshot_at, (stays.left_at > days.snapshot_at) | stays.left_at.isnull()]
    )
    known = places.select(of="snapshot_at").distinct()
    people = on.left_join(known, on.snapshot_at == known.of)
    counted = people["of"].notnull()
    people = people.select(
        "snapshot_at",
        "team",
        id="stay_id",
        person_id="person_id",
        places=ibis.literal(0, type="int64"),
        status=counted.ifelse("met", "excluded"),
        why=counted.ifelse("On the ward that morning", "On the ward; nobody had said how many places were staffed"),
        evidence=ibis.literal(True),
    )
    return shown(
        ibis.union(places, people), tables, row_id="id", started_at="snapshot_at", own=("team",), value="places"
    )
