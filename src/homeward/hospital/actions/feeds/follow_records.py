"""What follows when a partner's Encounter of an inpatient is kept? The board hears of it, in the same transaction."""

import json

from homeward.access import api as access
from homeward.foundation.events import EventRow
from homeward.hospital.actions.feeds.take import JOB, hear
from homeward.hospital.queries.policy import hospital_known_as
from homeward.hospital.rules.news import Unreadable, from_encounter
from homeward.records import api as records

PAGE = 200


def hear_of_encounters(event: EventRow) -> None:
    """Only of hospitals that are declared here: a stay elsewhere, long ago, is history and not this board's."""
    kinds = event.facts.get("kinds") or {}
    if event.person_id is None or "Encounter" not in kinds:
        return
    for item in records.items(person_id=event.person_id, kinds={"Encounter"}, received_since=event.at, limit=PAGE):
        tree = json.loads(item.body)
        try:
            news = from_encounter(tree)
        except Unreadable:
            continue  # the record keeps it, and says what is odd about it
        if news is None or (hospital_known_as(news.hospital) is None and news.left_at is not None):
            continue
        hear(
            told={"resourceType": "Encounter", "id": item.source_id, "item": str(item.id), "version": item.version},
            line=0, way="fhir", source=item.source, by=access.system(JOB), at=event.at, person_id=event.person_id,
            read=lambda tree=tree: from_encounter(tree),
        )  # fmt: skip
