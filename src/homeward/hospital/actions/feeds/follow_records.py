"""What follows when a partner's Encounter of an inpatient is kept? The board hears of it, in the same transaction."""

import json

from django.db import transaction

from homeward.access import api as access
from homeward.foundation.errors import Refused
from homeward.foundation.events import EventRow
from homeward.hospital.actions.feeds.take import JOB, hear
from homeward.hospital.actions.strike import strike
from homeward.hospital.queries.person_of import stay_told
from homeward.hospital.queries.policy import hospital_known_as
from homeward.hospital.rules.news import Unreadable, from_encounter, struck_encounter
from homeward.records import api as records

PAGE = 200


def hear_of_encounters(event: EventRow) -> None:
    """Only of hospitals that are declared here: a stay elsewhere, long ago, is history and not this board's."""
    kinds = event.facts.get("kinds") or {}
    if event.person_id is None or "Encounter" not in kinds:
        return
    for item in records.items(person_id=event.person_id, kinds={"Encounter"}, received_since=event.at, limit=PAGE):
        tree = json.loads(item.body)
        if struck_encounter(tree):
            _struck(item, str(tree.get("id", "")), event)
            continue
        try:
            news = from_encounter(tree)
        except Unreadable:
            continue  # the record keeps it, and says what is odd about it
        if news is None or (hospital_known_as(news.hospital) is None and news.left_at is not None):
            continue
        hear(
            told=_named(item), line=0, way="fhir", source=item.source, by=access.system(JOB), at=event.at, person_id=event.person_id,
            read=lambda tree=tree: from_encounter(tree),
        )  # fmt: skip


def _named(item: records.ItemRow) -> dict[str, object]:
    return {"resourceType": "Encounter", "id": item.source_id, "item": str(item.id), "version": item.version}


def _struck(item: records.ItemRow, source_id: str, event: EventRow) -> None:
    """Its own system says that the stay never was: it is struck out, or listed with what stands in the way."""
    found = stay_told(item.source, source_id)
    if found is None or found[1] != event.person_id:
        return
    by, words = access.system(JOB), f"{item.source} says that it was entered in error."
    try:
        with transaction.atomic():
            strike(stay_id=found[0], words=words, by=by, at=event.at)
    except Refused as refused:
        why = f"{words} {refused.message} {refused.next_step}"
        hear(told=_named(item), line=0, way="fhir", source=item.source, by=by, at=event.at, person_id=event.person_id, read=lambda: _cannot(why))


def _cannot(why: str) -> None:
    raise Unreadable(why)
