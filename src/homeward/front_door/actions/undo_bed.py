"""How is it put right that the wrong person, or the wrong bed, was written down, or that somebody has not left after all?"""

from datetime import datetime
from uuid import UUID

from homeward.access.api import relationships
from homeward.capacity import api as capacity
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.front_door.actions import beds
from homeward.front_door.actions.held import held_arrival
from homeward.front_door.models import DoorBed
from homeward.front_door.queries.person_of import person_of_arrival
from homeward.front_door.vocabulary import IN_BED


@action("front_door.undo_bed", about=person_of_arrival)
def undo_bed(*, arrival_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Take back the last thing said about their bed, with the reason: that they left it, else that they were in it.

    Who had not left is in it again, unless somebody else has it, or they have another, by now (Clash). Who was never moved is in
    the bed before. Who was never in it waits for one again, until the decision is changed. Raises Invalid without a reason, NotFound when there is nothing to take back.
    """
    arrival = held_arrival(arrival_id)
    row = beds.open_bed(arrival) or DoorBed.objects.filter(arrival=arrival, left_at__isnull=False).order_by("-left_at", "-asked_at").first()
    if row is None or row.came_at is None:
        raise beds.none_there("Nothing was said about a bed that could be taken back.")
    beds.require_beds(arrival, row.service_code, by=by)
    if not words.strip():
        raise Invalid({"words": "Say what was wrong."})
    said = {"words": words.strip(), "unit": str(row.unit_id), "came_at": row.came_at.isoformat()}
    if row.left_at is not None:
        said |= {"left_at": row.left_at.isoformat(), "to": row.left_to}
        _in_it_again(row, by=by, at=at)
    else:
        _never_in_it(row, words.strip(), by=by, at=at)
    return beds.happened(row, **said)


def _in_it_again(row: DoorBed, *, by: Actor, at: datetime) -> None:
    """As if they had not left; only while nobody else has had the bed since."""
    beds.require_in_no_other(row, at=at)
    house = beds.house(by)
    now = next(iter(capacity.units(at=at, unit_id=row.unit_id)), None)
    if now is not None and now.taken != "free":
        raise Clash(
            f"{row.label} has been taken since.", who="A colleague", when=now.taken_since or at,
            next_step="Put them in another bed.",
        )  # fmt: skip
    if now is not None and now.state == "cleaning":
        capacity.set_state(unit_id=now.id, state="open", by=house, at=at)
    left, row.left_at, row.left_to, row.left_by = row.left_at, None, "", ""
    assert left is not None and row.unit_id is not None
    row.booking_id = capacity.occupy(unit_id=row.unit_id, arrival_id=row.arrival_id, start=left, by=house, at=at)
    row.save()
    relationships.grant(row.person_id, row.team_code, kind=IN_BED, source_id=row.id, at=at)


def _never_in_it(row: DoorBed, words: str, *, by: Actor, at: datetime) -> None:
    assert row.came_at is not None
    row.ended_at, row.ended_words = at, words
    row.save()
    beds.free(row, left_at=row.came_at, cleaning=False, by=by, at=at)
    relationships.end(row.id, at=at)
    before = DoorBed.objects.filter(id=row.moved_from).first() if row.moved_from else None
    if before is not None:
        _in_it_again(before, by=by, at=at)
    else:
        beds.wait(beds.ask(row.arrival, row.service_code, at=at), at=at)
