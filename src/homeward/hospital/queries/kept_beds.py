"""Which recovery bed is kept for somebody still in hospital, until when, and who waits for one?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.capacity import api as capacity
from homeward.capacity.api import Kept
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.hospital.queries.bed_sites import site_of
from homeward.hospital.queries.policy import hospital_name, ward_name

_WHO = """
select s.id, s.person_id, s.hospital_code, s.ward_code, s.ready_at, n.given, n.family
from hospital_stay s
left join people_personname n on n.person_id = s.person_id and n.use = 'usual' and n.valid_to is null
where s.id = any (%(ids)s) and s.struck_at is null
"""


@dataclass(frozen=True, kw_only=True)
class BedKept:
    """One stay's bed. `state`: held until `until`, booked, or expired. `waits_since`: no bed was free, and the need is counted."""

    state: str
    site: str
    bed: str
    until: datetime | None
    made_at: datetime | None
    made_by: str
    team_code: str
    waits_since: datetime | None


@dataclass(frozen=True, kw_only=True)
class KeptRow:
    """One person whom a bed is kept for. `ours`: the bed is of the asker's team, which says yes or no."""

    stay_id: UUID
    person_id: UUID
    name: str
    where: str
    ready_at: datetime | None
    bed: BedKept
    ours: bool


def bed_kept(stay_id: UUID, *, at: datetime) -> BedKept | None:
    """What is kept for the stay, or what ran out last; None when no bed was ever asked for."""
    known, waits = capacity.kept_for(stay_id, at=at), capacity.unmet_since(stay_id)
    now = next((each for each in known if each.state != "expired"), next(iter(known), None))
    if now is not None:
        return _bed(now, waits)
    return _waiting(waits) if waits else None


def beds_kept(*, by: Actor, at: datetime) -> list[KeptRow]:
    """Whom beds are kept for, of the people whom the actor's teams look after: those of the bed, the ward and its hub alike.

    Who has least time left is at the head.
    """
    teams = {*by.teams, *(site.team for site in directory.place().recovery_beds.values())}
    kept = {each.subject_id: each for each in capacity.kept_at(sorted(teams), subject_kind="stay", at=at)}
    if not kept:
        return []
    with gate.worklist(by=by, at=at, what="recovery beds that are kept"), connection.cursor() as cursor:
        cursor.execute(_WHO, {"ids": list(kept)})
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]
    found = [
        KeptRow(
            stay_id=row["id"], person_id=row["person_id"], ready_at=row["ready_at"], bed=_bed(kept[row["id"]], None),
            ours=kept[row["id"]].team_code in by.teams,
            name=" ".join(part for part in (row["given"], row["family"]) if part),
            where=f"{ward_name(row['hospital_code'], row['ward_code'])}, {hospital_name(row['hospital_code'])}",
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.bed.until is None, each.bed.until or each.bed.made_at or at))


def _bed(kept: Kept, waits: datetime | None) -> BedKept:
    site = site_of(kept)
    return BedKept(
        state=kept.state, site=site.name if site else kept.site, bed=kept.label if kept.by_unit else "",
        until=kept.expires_at if kept.state == "held" else None,
        made_at=kept.expires_at if kept.state == "expired" else kept.made_at, made_by=kept.made_by,
        team_code=kept.team_code, waits_since=waits,
    )  # fmt: skip


def _waiting(since: datetime) -> BedKept:
    return BedKept(
        state="waits", site="", bed="", until=None, made_at=None, made_by="", team_code="", waits_since=since
    )
