"""Who came to an emergency department in the last year, how often, and how often in their busiest month?"""

from typing import Any

EMERGENCY = "EMER"  # FHIR R4, class of encounter
YEAR_DAYS = 365
UNTRUE = ("planned", "cancelled", "entered-in-error")


def attenders(tables: Any, *, youngest: int) -> Any:
    """People of that age and over by the year of their birth, with `times` and `most` (in one calendar month)."""
    import ibis  # only where numbers are compiled

    came = tables.partner_contacts.filter(
        tables.partner_contacts.kind == EMERGENCY,
        ~tables.partner_contacts.status.fill_null("finished").isin(UNTRUE),
        tables.partner_contacts.began_at > tables.as_of - ibis.interval(days=YEAR_DAYS),
        tables.partner_contacts.began_at <= tables.as_of,
    )
    months = came.mutate(month=came.began_at.year() * 12 + came.began_at.month()).group_by("person_id", "month")
    by_month = months.aggregate(times=ibis._.item_id.count())
    counted = by_month.group_by("person_id").aggregate(times=by_month.times.sum(), most=by_month.times.max())
    people = tables.people.filter(tables.as_of.year() - tables.people.birth_year >= youngest).select("person_id")
    return counted.semi_join(people, "person_id").mutate(counted_at=tables.as_of)
