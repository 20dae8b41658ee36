"""Which shall hold: what is known of the person, or what the partner told? A colleague decides."""

import json
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, NotFound
from homeward.records.actions.details.note import JOB
from homeward.records.actions.details.take_over import take_over
from homeward.records.models import Detail, Item
from homeward.records.queries.sender import called
from homeward.records.rules.patient import told_by


def decide_detail(
    *, detail_id: UUID, take: bool, seen: str, by: Actor, at: datetime, words: str = "", died_on: date | None = None
) -> None:
    """Take over what the partner told (`seen` on the page), or keep ours. Raises Invalid when it cannot be, Clash when it was decided already."""
    house = replace(by, kind="system", role=JOB, teams=(), purpose="comparing partners' details of people with ours")
    with transaction.atomic():
        _decided(detail_id=detail_id, take=take, by=by, at=at)
        with gate.job(JOB, by=house, at=at):
            row = Detail.objects.select_for_update().filter(id=detail_id).first()
            if row is None:
                raise NotFound("There is no such detail.", next_step="Go back to the list.")
            if row.state != "waiting":
                raise Clash(
                    "This was decided already.", who=row.decided_by, when=row.decided_at or at,
                    next_step="Look at the list again.",
                )  # fmt: skip
            if row.told != seen:
                raise Clash(
                    f"{called(row.source)} has told something else since: {row.told}", who=called(row.source), when=row.noted_at,
                    next_step="Look at the list again.",
                )  # fmt: skip
            if take:
                told = told_by(json.loads(Item.objects.get(id=row.item_id).body))
                take_over(row.person_id, row.field, told, source=row.source, by=house, at=at, died_on=died_on)
            row.state, row.decided_at, row.decided_by = "applied" if take else "refused", at, by.name
            row.words = words.strip()
            row.save(update_fields=["state", "decided_at", "decided_by", "words"])


@action("import.decide_detail")
def _decided(*, detail_id: UUID, take: bool, by: Actor, at: datetime) -> Happening[None]:
    return Happening(
        result=None, subject_kind="import", subject_id=detail_id, person_id=None,
        facts={"decided": "taken" if take else "kept ours"},
    )  # fmt: skip
