"""Which referrals did the provider's services hold in the month, and where did they go from there?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.exchange.returns.queries.gathering.traces import traces, traces_by_fact
from homeward.exchange.returns.queries.gathering.within import Within, asked, clock, ods_of, ods_of_team, on
from homeward.exchange.returns.rules.local_ids import local_code, local_id
from homeward.exchange.returns.rules.row import Row

# A referral is a provider's from when one of its services is asked until another team has it. As it stood at the end of
# the month: what came later is another month's.
_HELD = """
select r.id, r.person_id, r.received_at, r.requester_kind, r.requester_organisation, h.need_code, h.urgency,
       h.service_code, h.owner_team as team, e.outcome_code, e.ended_at,
       l.id as left_move, l.at as left_at, l.owner_team as left_to, l.reason_code as left_why
from referrals_servicerequest r
join lateral (
    select m.version, m.at, m.need_code, m.urgency, m.service_code, m.owner_team from referrals_move m
    where m.referral_id = r.id and m.owner_team = any(%(teams)s) and m.service_code = any(%(services)s)
      and m.at < %(ends)s and m.at <= %(at)s
    order by m.version desc limit 1
) h on true
left join lateral (
    select m.id, m.at, m.owner_team, m.reason_code from referrals_move m
    where m.referral_id = r.id and m.version > h.version and m.at < %(ends)s and m.at <= %(at)s
      and not (m.owner_team = any(%(teams)s) and m.service_code is not null)
    order by m.version limit 1
) l on true
left join lateral (
    select r.outcome_code, r.ended_at where r.ended_at < %(ends)s and r.ended_at <= %(at)s
) e on true
where r.received_at < %(ends)s and (r.ended_at is null or r.ended_at >= %(begins)s)
  and coalesce(l.at, %(ends)s) >= %(begins)s
order by r.id
"""


@dataclass(frozen=True, kw_only=True)
class Held:
    """One referral of the provider in the month. `over_at`: when it ended, or another organisation's team took it."""

    id: UUID
    person_id: UUID
    team: str
    need: str
    urgency: str
    service: str
    received_at: datetime
    requester_kind: str
    requester: str
    outcome: str
    over_at: datetime | None
    left_move: UUID | None
    left_at: datetime | None
    left_to: str
    left_why: str


def held(within: Within) -> Sequence[Held]:
    """Those of the month, whoever has them now."""
    rows = asked(_HELD, {
        "teams": list(within.teams), "services": list(within.types), "begins": within.month.begins_at,
        "ends": within.month.ends_at, "at": within.at,
    })  # fmt: skip
    return [_held(row) for row in rows]


def referral_rows(found: Sequence[Held], within: Within) -> Iterator[Row]:
    """A row for each referral, one for the service it was made to, and one where it was passed on."""
    events = traces([each.id for each in found], kinds=("referral.%", "visit.record_contact"), within=within)
    passed = [each for each in found if each.left_move and _elsewhere(each, within)]
    moves = traces_by_fact([each.left_move for each in passed if each.left_move], fact="move_id", subjects=[each.id for each in passed], within=within)  # fmt: skip
    for each in found:
        yield _row("CYP101Referral", each, events.get(each.id, ()), _of_request(each, within))
        yield _row("CYP102ServiceTypeReferredTo", each, events.get(each.id, ()), _of_service(each, within))
    for each in passed:
        if each.left_move:
            yield _row("CYP105OnwardReferral", each, moves.get(each.left_move, ()), _onward(each, within))


def _of_request(each: Held, within: Within) -> dict[str, str]:
    return {
        "ServiceRequestID": local_id(each.id), "LocalPatientID": local_id(each.person_id),
        "OrgID_Commissioner": within.commissioner_code,
        "ReferralRequest_ReceivedDate": on(each.received_at), "ReferralRequest_ReceivedTime": clock(each.received_at),
        "SourceOfReferral": within.national("SourceOfReferral", each.requester_kind),
        "OrgID_Referring": ods_of(each.requester),
        "Priority_Type": within.national("Priority_Type", each.urgency),
        "PrimaryReferralReason": within.national("PrimaryReferralReason", each.need),
        "Discharge_Date": on(each.over_at),
    }  # fmt: skip


def _of_service(each: Held, within: Within) -> dict[str, str]:
    return {
        "ServiceRequestID": local_id(each.id), "TeamID_Local": local_code(each.team),
        "TeamType": within.types.get(each.service, ""), "Referral_ClosureDate": on(each.over_at),
        "Referral_ClosureReason": within.national("Referral_ClosureReason", each.outcome) if each.over_at else "",
    }  # fmt: skip


def _onward(each: Held, within: Within) -> dict[str, str]:
    return {
        "ServiceRequestID": local_id(each.id), "Onward_ReferralDate": on(each.left_at),
        "Onward_ReferralReason": within.national("Onward_ReferralReason", each.left_why),
        "OrgID_Receiving": ods_of_team(each.left_to),
    }  # fmt: skip


def _elsewhere(each: Held, within: Within) -> bool:
    """To another organisation: a need that goes back to a hub of the same provider stays within it."""
    return bool(each.left_to) and each.left_to not in within.teams


def _row(table: str, each: Held, events: tuple[UUID, ...], values: dict[str, str]) -> Row:
    key = " ".join(filter(None, (values["ServiceRequestID"], values.get("TeamID_Local"), values.get("Onward_ReferralDate"), values.get("OrgID_Receiving"))))  # fmt: skip
    return Row(
        table=table, key=key, person_id=each.person_id, subject_kind="referral", subject_id=each.id, team=each.team,
        values=values, events=events,
    )  # fmt: skip


def _held(row: dict[str, Any]) -> Held:
    over = min((moment for moment in (row["ended_at"], row["left_at"]) if moment), default=None)
    return Held(
        id=row["id"], person_id=row["person_id"], team=row["team"], need=row["need_code"], urgency=row["urgency"],
        service=row["service_code"], received_at=row["received_at"], requester_kind=row["requester_kind"] or "",
        requester=row["requester_organisation"] or "", outcome=row["outcome_code"] or "", over_at=over,
        left_move=row["left_move"], left_at=row["left_at"], left_to=row["left_to"] or "", left_why=row["left_why"] or "",
    )  # fmt: skip
