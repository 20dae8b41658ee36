"""How does a person settle two versions of one visit? Both stay to be read; one of two things happens."""

from datetime import datetime
from uuid import UUID

from homeward.access.api import system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.rounds.actions.keep_offline import do
from homeward.rounds.models import OfflineRecord
from homeward.rounds.queries.offline import person_of_record
from homeward.rounds.rules.told import told
from homeward.rounds.vocabulary import SETTLED
from homeward.visits import api as visits

OPEN = ("kept", "clash", "refused")


@action("visit.settle_offline", about=person_of_record)
def settle_offline(*, record_id: UUID, how: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """`both`: a visit of its own is made of what the telephone told; `aside`: what stands, stands. Raises Invalid, Clash."""
    row = OfflineRecord.objects.select_for_update().get(id=record_id)
    if row.state not in OPEN:
        raise Clash(
            "Somebody has settled this already." if row.state == "settled" else "This was taken into the record already.",
            who=row.settled_by or row.name, when=row.settled_at or row.arrived_at, next_step="Nothing more is needed.",
        )  # fmt: skip
    errors = {}
    if how not in SETTLED:
        errors["how"] = "Choose what happens to the phone's version."
    if how == "both" and row.kind not in ("contact", "not_seen"):
        errors["how"] = "A note can be set aside, or written again."
    if how == "aside" and not words.strip():
        errors["words"] = "Say why the phone's version is set aside."
    if errors:
        raise Invalid(errors)
    if how == "both":
        _as_a_visit_of_its_own(row, by, at)
    row.state, row.settled_at, row.settled_by, row.settled_how, row.settled_words = (
        "settled",
        at,
        by.name,
        how,
        words.strip(),
    )
    row.save(update_fields=["state", "settled_at", "settled_by", "settled_how", "settled_words"])
    facts = {"record": str(row.id), "how": how, "kind": row.kind, "team": row.team_code}
    return Happening(
        result=row.id,
        subject_kind="visit",
        subject_id=row.encounter_id,
        person_id=row.person_id,
        facts=facts,
        teams=(row.team_code,),
    )


def _as_a_visit_of_its_own(row: OfflineRecord, by: Actor, at: datetime) -> None:
    was = visits.Encounter.objects.get(id=row.encounter_id)
    another = visits.plan(
        person_id=row.person_id, referral_id=was.referral_id, episode_id=was.episode_id, team_code=was.team_code,
        purpose=was.purpose, by=system("cascade"), at=at,
    )  # fmt: skip
    do(told(row.told), row, by=by, at=at, encounter_id=another)
