"""What is done when a partner's Patient tells other details than are known? What the place declares, and never silently."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward.access.api import declare_job
from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.foundation.events import EventRow
from homeward.foundation.ids import new_id
from homeward.people import api as people
from homeward.records.actions.details.take_over import take_over
from homeward.records.actions.imports.persons import NAMELESS
from homeward.records.models import Detail
from homeward.records.queries.items import items
from homeward.records.queries.rows import ItemRow
from homeward.records.rules.details import Difference, Known, differences
from homeward.records.rules.patient import Told, told_by

JOB = "partners-details"
MOST = 50  # Patients of one person that came at one moment

declare_job(
    JOB, words="comparing partners' details of people with ours",
    permits=("import.note_details", "person.correct", "person.move", "person.die"), pages=True,
)  # fmt: skip


def compare_details(event: EventRow) -> None:
    """Hear of what was kept. A delivery compares its people itself, without those whom it has just registered."""
    if event.person_id is not None and "Patient" in (event.facts.get("kinds") or ()) and "import" not in event.facts:
        house = Actor(
            user_id=event.actor_id, name=event.actor_name, kind="system", organisation=event.organisation, role=JOB,
            purpose="comparing partners' details of people with ours",
        )  # fmt: skip
        compare([event.person_id], by=house, at=event.at)


def compare(person_ids: Iterable[UUID], *, by: Actor, at: datetime) -> None:
    """Compare what was received of these people at this moment with what is known, inside an open gate."""
    house = replace(by, role=JOB)
    for person_id in person_ids:
        for item in items(person_id=person_id, kinds=("Patient",), received_since=at, limit=MOST):
            told = told_by(json.loads(item.body))
            if told.family == NAMELESS:
                told = replace(told, family="", given="")
            found = differences(told, known_of(person_id, by=house, at=at))
            if found or Detail.objects.filter(item_id=item.id, state="waiting").exists():
                note_details(person_id=person_id, item=item, told=told, found=found, by=house, at=at)


@action("import.note_details", about=lambda told: told["person_id"])
def note_details(
    *, person_id: UUID, item: ItemRow, told: Told, found: list[Difference], by: Actor, at: datetime
) -> Happening[None]:
    """Write down each difference, and take over those for which the policy says so."""
    policy = next(iter(place().import_policies.values()))
    waiting = {each.field: each for each in Detail.objects.select_for_update().filter(item_id=item.id, state="waiting")}
    became: dict[str, str] = {}
    for each in found:
        treatment = policy.of_detail(each.field, source=item.source)
        row = waiting.pop(each.field, None)
        if treatment != "ignore" and not (row is None and _refused_before(item, each)):
            row = row or Detail(id=new_id(), person_id=person_id, item_id=item.id, source=item.source, field=each.field)
            row.stood, row.told, row.state, row.noted_at, row.fault = each.stood, each.told, "waiting", at, ""
            if treatment == "apply":
                _apply(row, told, by=by, at=at)
            row.save()
            became[each.field] = row.state
    for row in waiting.values():
        row.state, row.decided_at, row.decided_by = "settled", at, by.name
        row.save(update_fields=["state", "decided_at", "decided_by"])
        became[row.field] = row.state
    return Happening(
        result=None, subject_kind="record", subject_id=item.id, person_id=person_id,
        facts={"source": item.source, "details": became},
    )  # fmt: skip


def known_of(person_id: UUID, *, by: Actor, at: datetime) -> Known:
    """What is known of the person, to compare with. Inside an open gate."""
    page = people.person_page(person_id, by, at)
    banner = page.banner
    reached = {kind: [value for each, value in page.contacts if each == kind] for kind in ("Telephone", "Email")}
    return Known(
        family=banner.family, given=banner.given, former_families=[name.split(" ")[-1] for name in banner.former_names],
        birth_date=banner.birth_date, sex=banner.sex_code, nhs_number=banner.nhs_number,
        language_code=banner.language_code, died=banner.died_on is not None, restricted=banner.restricted,
        lines=page.address_lines, postcode=page.postcode, phones=reached["Telephone"], emails=reached["Email"],
        practice_code=page.practice_code,
    )  # fmt: skip


def _apply(row: Detail, told: Told, *, by: Actor, at: datetime) -> None:
    """Take it over; what cannot be waits for a colleague, with the reason."""
    try:
        take_over(row.person_id, row.field, told, source=row.source, by=by, at=at)
    except Refused as refusal:
        row.fault = refusal.message if not refusal.args else str(refusal.args[0])
    else:
        row.state, row.decided_at, row.decided_by = "applied", at, "Homeward, as the place declares"


def _refused_before(item: ItemRow, found: Difference) -> bool:
    """Did a colleague keep ours when the same was told before?"""
    last = (
        Detail.objects.filter(item_id=item.id, field=found.field).exclude(state="waiting").order_by("-noted_at").first()
    )
    return last is not None and last.state == "refused" and last.told == found.told
