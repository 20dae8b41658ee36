"""Who is ready to leave hospital and has not left: by hospital, way home and reason for waiting?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.exchange.returns.queries.gathering.within import asked
from homeward.exchange.returns.queries.reports.report import Cell, Column, Report, Section, share
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import SituationReport

_INPATIENTS = """
select hospital_code as hospital, standing, coalesce(nullif(agreed, ''), recommended) as pathway, delay_code as delay,
       count(*) as people, count(*) filter (where ready_at < %(today)s) as waited,
       count(*) filter (where ready_at < %(today)s - interval '6 days') as long
from hospital_stay where left_at is null and struck_at is null group by 1, 2, 3, 4
"""
READY = "no_longer_meets"
HOSPITALS = (
    Column(code="hospital", title="Hospital", number=False),
    Column(code="inpatients", title="Inpatients followed"),
    Column(code="not_looked_at", title="Not yet looked at"),
    Column(code="ready", title="No reason to reside"),
    Column(code="percent", title="Of inpatients", percent=True),
    Column(code="since_before_today", title="Ready since before today"),
    Column(code="seven_days", title="Ready seven days or more"),
)
NOT_SAID, NO_REASON = "Not chosen yet", "No reason recorded"


def discharge(declared: SituationReport, *, by: Actor, at: datetime) -> Report:
    """At this moment, from the very stays that stand on the flow board."""
    with gate.job(JOB, by=by, at=at, why="situation report: ready to leave hospital"):
        found = asked(_INPATIENTS, {"today": at_london(london_day(at))})
    ready = [row for row in found if row["standing"] == READY]
    hospitals = directory.place().hospitals
    names = {code: each.name for code, each in sorted(hospitals.items(), key=lambda pair: pair[1].name)}
    sections = (
        Section(
            title="By hospital", columns=HOSPITALS,
            rows=[_hospital(name, [row for row in found if row["hospital"] == code]) for code, name in names.items()],
            totals=_hospital("In all", found),
        ),
        _crossed("By way home", "pathway", ready, names, _pathways(), NOT_SAID),
        _crossed("By reason for waiting", "delay", ready, names, _delays(), NO_REASON),
    )  # fmt: skip
    notes = ("Hospitals that do not send their inpatients here are not in it.",)
    return Report(declared=declared, as_of=at, sections=sections, notes=notes)


def _hospital(title: str, rows: Sequence[Mapping[str, Any]]) -> list[Cell]:
    def people(*standings: str) -> int:
        return sum(row["people"] for row in rows if not standings or row["standing"] in standings)

    ready = [row for row in rows if row["standing"] == READY]
    waited, long = sum(row["waited"] for row in ready), sum(row["long"] for row in ready)
    return [title, people(), people("unknown"), people(READY), share(people(READY), people()), waited, long]


def _crossed(
    title: str,
    by: str,
    ready: Sequence[Mapping[str, Any]],
    names: Mapping[str, str],
    words: Mapping[str, str],
    none: str,
) -> Section:
    """Each hospital against each way or reason; those that are declared, and whatever else is recorded."""
    counts = Counter[tuple[str, str]]()
    for row in ready:
        counts[row["hospital"], row[by] or ""] += row["people"]
    codes = [code for code in words if any(counts[hospital, code] for hospital in names)]
    codes += sorted({code for _, code in counts if code and code not in words})
    codes += [""] if any(counts[hospital, ""] for hospital in names) else []
    columns = [
        Column(code="hospital", title="Hospital", number=False),
        *(Column(code=code or "none", title=words.get(code, code) or none) for code in codes),
        Column(code="all", title="All"),
    ]
    rows: list[list[Cell]] = [
        [name, *(counts[code, each] for each in codes), sum(counts[code, each] for each in codes)]
        for code, name in names.items()
    ]
    sums = [sum(counts[code, each] for code in names) for each in codes]
    return Section(title=title, columns=columns, rows=rows, totals=["In all", *sums, sum(sums)])


def _pathways() -> Mapping[str, str]:
    policy = directory.place().discharge
    return {each.code: each.title for each in policy.pathways} if policy else {}


def _delays() -> Mapping[str, str]:
    policy = directory.place().discharge
    return {each.code: each.title for each in policy.delays} if policy else {}
