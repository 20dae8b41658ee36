"""Which contacts did the provider's teams make, or try to make, in the month?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from homeward.exchange.returns.queries.gathering.referrals import Held
from homeward.exchange.returns.queries.gathering.traces import traces
from homeward.exchange.returns.queries.gathering.within import Within, asked, clock, on
from homeward.exchange.returns.rules.local_ids import local_code, local_id
from homeward.exchange.returns.rules.row import Row
from homeward.visits.api import NOT_SEEN, WAYS

_CONTACTS = """
select v.id, v.referral_id, v.person_id, v.team_code, v.state, v.way, v.not_seen_code, v.recorded_at, p.usual_place,
       coalesce(v.contact_at, v.planned_at, v.recorded_at) as at,
       v.state = 'seen' and not exists (
           select from visits_encounter o where o.referral_id = v.referral_id and o.state = 'seen'
           and o.team_code = any(%(teams)s) and (o.contact_at, o.id) < (v.contact_at, v.id)) as first,
       exists (select from visits_answer a where a.encounter_id = v.id and a.replaced_at is null) as assessed
from visits_encounter v join people_person p on p.id = v.person_id
where v.referral_id = any(%(referrals)s) and v.team_code = any(%(teams)s) and v.state in ('seen', 'not_seen')
  and v.recorded_at <= %(at)s
  and coalesce(v.contact_at, v.planned_at, v.recorded_at) >= %(begins)s
  and coalesce(v.contact_at, v.planned_at, v.recorded_at) < %(ends)s
order by v.id
"""
SEEN, CANCELLED = "5", frozenset({"2", "4"})
INITIAL, FOLLOW_UP = "01", "02"
ASSESSMENT = "02"


def contact_rows(found: Sequence[Held], within: Within) -> Iterator[Row]:
    """A row for each contact, and one for the assessment where a form was answered at it."""
    rows = asked(_CONTACTS, {
        "referrals": [each.id for each in found], "teams": list(within.teams), "at": within.at,
        "begins": within.month.begins_at, "ends": within.month.ends_at,
    })  # fmt: skip
    events = traces([row["id"] for row in rows], kinds=("visit.%",), within=within)
    for row in rows:
        told = events.get(row["id"], ())
        yield _row("CYP201CareContact", row, told, local_id(row["id"]), _of_contact(row, within))
        if row["assessed"] and row["state"] == "seen":
            activity = local_id(row["id"], "assessment")
            values = {"CareActivityID": activity, "CareContactID": local_id(row["id"]), "Activity_Type": ASSESSMENT}
            yield _row("CYP202CareActivity", row, told, activity, values)


def _of_contact(row: Mapping[str, Any], within: Within) -> dict[str, str]:
    seen = row["state"] == "seen"
    attended = SEEN if seen else NOT_SEEN[row["not_seen_code"]].attended_code
    at_theirs = seen and row["way"] == "in_person"
    return {
        "CareContactID": local_id(row["id"]), "ServiceRequestID": local_id(row["referral_id"]),
        "TeamID_Local": local_code(row["team_code"]), "Contact_Date": on(row["at"]), "Contact_Time": clock(row["at"]),
        "OrgID_Commissioner": within.commissioner_code, "AdminCategory": "01",
        "Consultation_Type": INITIAL if row["first"] else FOLLOW_UP, "CareContact_Subject": "01",
        "ConsMechanism": WAYS[row["way"]][1],
        "Activity_LocationType": within.national("Activity_LocationType", row["usual_place"] or "") if at_theirs else "",
        "GroupTherapyIndicator": "N", "AttendanceStatus": attended,
        "Contact_CancellationDate": on(row["recorded_at"]) if attended in CANCELLED else "",
    }  # fmt: skip


def _row(table: str, row: Mapping[str, Any], events: tuple[UUID, ...], key: str, values: dict[str, str]) -> Row:
    return Row(
        table=table, key=key, person_id=row["person_id"], subject_kind="visit", subject_id=row["id"], team=row["team_code"],
        values=values, events=events,
    )  # fmt: skip
