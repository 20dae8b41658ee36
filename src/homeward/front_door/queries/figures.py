"""Which numbers come of the line and the doors? Each is one question whose rows are both counted and listed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from homeward.directory import api as directory
from homeward.front_door.queries.outcomes_of import after_words

# Every question gives: kind, id, person_id, at, status (met | not_met | not_known | too_early), minutes or null.
_STATUS = """
case when {found} = 'not_admitted' then 'met' when {found} in ('admitted', 'died') then 'not_met'
     when {found} = 'not_known' or o.id is null then 'not_known' else 'too_early' end as status, null::float as minutes
"""
_CALLS = """
select 'call' as kind, c.id, c.person_id, c.advised_at as at, {status}
from front_door_call c {join} where c.advised_at >= %(since)s and c.advised_at < %(until)s and {which}
"""
_ARRIVALS = """
select 'arrival' as kind, r.id, r.person_id, r.decided_at as at, {status}
from front_door_arrival r {join} where r.decided_at >= %(since)s and r.decided_at < %(until)s and {which}
"""
_OF_CALL = "left join front_door_outcomecheck o on o.call_id = c.id and o.hours = %(hours)s"
_OF_ARRIVAL = "left join front_door_outcomecheck o on o.arrival_id = r.id and o.hours = %(hours)s"
_KEPT_OUT = "case when {t}.{column} then 'not_met' else 'met' end as status, {minutes} as minutes"
_WAITED = "extract(epoch from (c.advised_at - c.answered_at)) / 60 + coalesce(c.waited_seconds, 0) / 60.0"
_RUNG = """
select 'call' as kind, c.id, c.person_id, c.answered_at as at, 'met' as status, null::float as minutes
from front_door_call c where c.conveys and c.eligible and c.answered_at >= %(since)s and c.answered_at < %(until)s
union all
select 'arrival', r.id, r.person_id, r.arrived_at, 'not_met', null
from front_door_arrival r
where r.conveyed and r.eligible and not r.called and r.arrived_at >= %(since)s and r.arrived_at < %(until)s
"""
_ANSWERED = """
select 'call' as kind, c.id, c.person_id, c.answered_at as at,
       case when c.waited_seconds is null then 'not_known' when c.waited_seconds <= %(seconds)s then 'met' else 'not_met' end as status,
       extract(epoch from (c.taken_at - c.answered_at)) / 60 as minutes
from front_door_call c where c.line_code = %(line)s and c.answered_at >= %(since)s and c.answered_at < %(until)s
"""
_SCREENED = """
select 'arrival' as kind, r.id, r.person_id, r.arrived_at as at,
       case when s.at <= r.arrived_at + %(within)s then 'met' when s.at is null and r.arrived_at + %(within)s > %(until)s then 'too_early'
            else 'not_met' end as status,
       extract(epoch from (s.at - r.arrived_at)) / 60 as minutes
from front_door_arrival r
left join lateral (
    select min(a.answered_at) as at from visits_answer a
    where a.person_id = r.person_id and a.concept = %(frailty)s and a.answered_at >= r.arrived_at
      and a.answered_at < r.arrived_at + interval '24 hours') s on true
where r.door_code = %(door)s and r.arrived_at >= %(since)s and r.arrived_at < %(until)s
"""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number: `met_words` are true of those it counts, `minutes_words` of the middle time beside it, where there is one."""

    code: str
    group: str
    title: str
    met_words: str
    sql: str
    values: Mapping[str, Any] = field(default_factory=dict)
    minutes_words: str = ""
    note: str = ""


def figures() -> Sequence[Figure]:
    """All numbers of the place's lines and doors, in the order in which they are shown."""
    return [*_avoided(), *_apart(), *_ringing_first(), *_times()]


def figure_called(code: str) -> Figure | None:
    """The number of that code."""
    return next((each for each in figures() if each.code == code), None)


def _avoided() -> Iterable[Figure]:
    place = directory.place()
    for length in sorted({check for line in place.advice_lines.values() for check in line.checks}):
        hours = int(length.total_seconds() // 3600)
        yield Figure(
            code=f"line-avoided-{hours}", group="Advice line", title=f"Meant for hospital, not admitted in {after_words(hours)}",
            met_words="not admitted", values={"hours": hours},
            sql=_CALLS.format(status=_STATUS.format(found="o.found_code"), join=_OF_CALL, which="c.intended_hospital"),
            note="The caller said that the person would be taken to hospital before advice was given.",
        )  # fmt: skip
    yield Figure(
        code="line-changed", group="Advice line", title="Meant for hospital, advised otherwise", met_words="advised otherwise",
        sql=_CALLS.format(status=_KEPT_OUT.format(t="c", column="outcome_hospital", minutes=_WAITED), join="", which="c.intended_hospital"),
        minutes_words="from the first ring to advice", note="What was decided on the call, whatever came of it.",
    )  # fmt: skip
    for length in sorted({check for door in place.front_doors.values() for check in door.checks}):
        hours = int(length.total_seconds() // 3600)
        yield Figure(
            code=f"door-avoided-{hours}", group="Front doors", title=f"Meant to be admitted, not admitted in {after_words(hours)}",
            met_words="not admitted", values={"hours": hours},
            sql=_ARRIVALS.format(status=_STATUS.format(found="o.found_code"), join=_OF_ARRIVAL, which="r.intended_hospital"),
            note="What was meant was written down before the decision, and could not be changed.",
        )  # fmt: skip
    yield Figure(
        code="door-changed", group="Front doors", title="Meant to be admitted, decided otherwise", met_words="decided otherwise",
        sql=_ARRIVALS.format(status=_KEPT_OUT.format(t="r", column="decided_hospital", minutes="null::float"), join="", which="r.intended_hospital"),
        note="What was decided at the door, whatever came of it.",
    )  # fmt: skip


def _apart() -> Iterable[Figure]:
    """Callers whom the place counts by themselves."""
    for line in directory.place().advice_lines.values():
        for caller in (each for each in line.callers if each.counted_apart):
            yield Figure(
                code=f"{line.code}-{caller.code}", group=f"{caller.title}: calls to {line.title}", title="Stayed where they were",
                met_words="stayed", values={"caller": caller.code, "line": line.code},
                sql=_CALLS.format(
                    status=_KEPT_OUT.format(t="c", column="outcome_hospital", minutes=_WAITED), join="",
                    which="c.caller_kind = %(caller)s and c.line_code = %(line)s",
                ),
                minutes_words="from the first ring to advice", note="Every call that was advised, whatever had been meant.",
            )  # fmt: skip


def _ringing_first() -> Iterable[Figure]:
    yield Figure(
        code="rang-first", group="Call before convey", title="Crews who rang first, where the rule says so", met_words="rang first",
        sql=_RUNG,
        note="Those who did not ring are known only where a front door with a list saw them arrive. Where age or danger signs "
        "were not known, nobody is counted.",
    )  # fmt: skip
    for length in sorted({check for line in directory.place().advice_lines.values() for check in line.checks})[:1]:
        hours = int(length.total_seconds() // 3600)
        yield Figure(
            code=f"not-conveyed-safely-{hours}", group="Call before convey",
            title=f"Crews’ calls not conveyed, and not admitted in {after_words(hours)}", met_words="not admitted",
            values={"hours": hours},
            sql=_CALLS.format(
                status=_STATUS.format(found="o.found_code"), join=_OF_CALL, which="c.conveys and not c.outcome_hospital"
            ),
            note="Of those whom a crew left at home after advice.",
        )  # fmt: skip


def _times() -> Iterable[Figure]:
    place = directory.place()
    for line in place.advice_lines.values():
        seconds = int(line.answer_within.total_seconds())
        yield Figure(
            code=f"{line.code}-answered", group="How soon", title=f"{line.title}: answered within {seconds} seconds",
            met_words="answered in time", values={"line": line.code, "seconds": seconds}, sql=_ANSWERED,
            minutes_words="to take a call down", note="Where nobody said how long it rang, it is not known.",
        )  # fmt: skip
    for door in place.front_doors.values():
        minutes = int(door.screened_within.total_seconds() // 60)
        yield Figure(
            code=f"{door.code}-screened", group="How soon", title=f"{door.title}: screened within {minutes} minutes",
            met_words="screened in time", sql=_SCREENED, minutes_words="from arriving to being screened",
            values={"door": door.code, "frailty": door.frailty, "within": door.screened_within},
            note="Never screened counts as not in time.",
        )  # fmt: skip
