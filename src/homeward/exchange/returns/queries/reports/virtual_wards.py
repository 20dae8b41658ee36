"""How full is each virtual ward now: staffed places, people on it, people in hospital whose place is kept?"""

from datetime import datetime

from homeward.access.api import gate
from homeward.capacity import api as capacity
from homeward.directory import api as directory
from homeward.exchange.returns.queries.gathering.within import asked
from homeward.exchange.returns.queries.reports.report import Column, Report, Section, share
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor
from homeward.grammar.api import SituationReport

COLUMNS = (
    Column(code="ward", title="Virtual ward", number=False),
    Column(code="places", title="Staffed places"),
    Column(code="on_ward", title="People on it"),
    Column(code="in_hospital", title="Of those in hospital, place kept"),
    Column(code="percent", title="In use", percent=True),
    Column(code="joined_today", title="Joined today"),
    Column(code="left_today", title="Left today"),
    Column(code="reported", title="Places last reported", number=False),
)
_ON = """
select service_code as service, count(*) filter (where state <> 'ended') as on_ward,
       count(*) filter (where state not in ('on', 'ended')) as in_hospital,
       count(*) filter (where (started_at at time zone 'Europe/London')::date = (%(at)s at time zone 'Europe/London')::date) as joined,
       count(*) filter (where (ended_at at time zone 'Europe/London')::date = (%(at)s at time zone 'Europe/London')::date) as left
from monitoring_stay
where came_from <> 'visit' and (state <> 'ended' or ended_at >= %(at)s - interval '36 hours')
group by 1
"""


def virtual_wards(declared: SituationReport, *, by: Actor, at: datetime) -> Report:
    """One row for each kind of virtual ward, by the ledger of capacity and the people on it."""
    services = [code for policy in directory.place().monitoring_policies.values() for code in policy.services]
    with gate.job(JOB, by=by, at=at, why="situation report: virtual wards"):
        people = {row["service"]: row for row in asked(_ON, {"at": at})}
    offers = capacity.offers(services, at=at)
    rows, sums, unsaid = [], [0] * 5, 0
    for code in services:
        lines, on = offers.get(code, []), people.get(code, {})
        said = [each for each in lines if each.of is not None]
        places = sum((each.of or 0) - each.closed for each in said) if said else None
        unsaid += places is None
        counts = [on.get("on_ward", 0), on.get("in_hospital", 0), on.get("joined", 0), on.get("left", 0)]
        age = "; ".join(dict.fromkeys(each.age_words for each in lines)) or "never"
        rows.append(
            [
                directory.service(code).title,
                places,
                counts[0],
                counts[1],
                share(counts[0], places or 0),
                counts[2],
                counts[3],
                age,
            ]
        )
        sums = [a + b for a, b in zip(sums, [places or 0, *counts], strict=True)]
    whole = share(sums[1], sums[0]) if not unsaid else None
    totals = ["In all", sums[0] if not unsaid else None, sums[1], sums[2], whole, sums[3], sums[4], ""]
    notes = [
        "Places per 100,000 people registered aged 16 and over wait for list sizes by age, which are not kept here."
    ]
    if unsaid:
        notes.append("A ward whose places nobody has reported has no share in use, and neither has the whole.")
    return Report(
        declared=declared,
        as_of=at,
        sections=(Section(title="Now", columns=COLUMNS, rows=rows, totals=totals),),
        notes=notes,
    )
