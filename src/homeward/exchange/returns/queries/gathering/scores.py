"""Which scores did staff of virtual wards measure in full in the month?"""

from collections.abc import Iterator, Sequence

from homeward.directory import api as directory
from homeward.exchange.returns.queries.gathering.referrals import Held
from homeward.exchange.returns.queries.gathering.traces import traces_by_fact
from homeward.exchange.returns.queries.gathering.within import Within, asked
from homeward.exchange.returns.rules.local_ids import local_id
from homeward.exchange.returns.rules.row import Row

# The highest of a day: a return says how ill somebody was, not how often they were measured.
_SCORES = """
select distinct on (s.referral_id, s.service_code, (o.taken_at at time zone 'Europe/London')::date)
       o.id, s.id as stay_id, s.referral_id, s.person_id, s.team_code, s.service_code, o.total,
       (o.taken_at at time zone 'Europe/London')::date as day
from monitoring_observationset o join monitoring_stay s on s.id = o.stay_id
where s.referral_id = any(%(referrals)s) and s.team_code = any(%(teams)s) and o.source = 'staff'
  and o.total is not null and o.struck_at is null and o.recorded_at <= %(at)s
  and o.taken_at >= %(begins)s and o.taken_at < %(ends)s
order by s.referral_id, s.service_code, (o.taken_at at time zone 'Europe/London')::date, o.total desc, o.id
"""
SNOMED = "http://snomed.info/sct|"


def score_rows(found: Sequence[Held], within: Within) -> Iterator[Row]:
    """A row for each day of each referral with a score whose SNOMED CT code the place declares."""
    rows = asked(_SCORES, {
        "referrals": [each.id for each in found], "teams": list(within.teams), "at": within.at,
        "begins": within.month.begins_at, "ends": within.month.ends_at,
    })  # fmt: skip
    events = traces_by_fact(
        [row["id"] for row in rows], fact="set", subjects={row["stay_id"] for row in rows}, within=within
    )
    for row in rows:
        code = _code_of(row["service_code"])
        if not code:
            continue
        values = {
            "ServiceRequestID": local_id(row["referral_id"]), "SNOMED_ID": code, "Score": str(row["total"]),
            "AssessmentCompletion_Date": row["day"].isoformat(),
        }  # fmt: skip
        yield Row(
            table="CYP609CodedAssessmentReferral", key=" ".join(values.values()), person_id=row["person_id"],
            subject_kind="referral", subject_id=row["referral_id"], team=row["team_code"], values=values,
            events=events.get(row["id"], ()),
        )  # fmt: skip


def _code_of(service: str) -> str:
    """The SNOMED CT code of the score this service is watched by."""
    place = directory.place()
    policy = place.monitoring_of(service)
    shown = place.trends.get(policy.score) if policy else None
    return next((code.removeprefix(SNOMED) for code in shown.codes if code.startswith(SNOMED)), "") if shown else ""
