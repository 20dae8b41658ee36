"""How is a note handed over to whoever visits next, and acknowledged?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound, Refused
from homeward.foundation.ids import new_id
from homeward.rounds.actions.staff import theirs
from homeward.rounds.models import Handover


@action("handover.write", about=lambda asked: asked["person_id"])
def hand_over(*, person_id: UUID, team_code: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """A note for the person's next visitor; returns its id. Raises Invalid, Refused."""
    theirs(team_code, by)
    if not words.strip():
        raise Invalid({"words": "Write what the next visitor must know."})
    note = Handover.objects.create(
        id=new_id(), person_id=person_id, team_code=team_code, words=words.strip(), written_by=by.name, written_user=by.user_id, written_at=at,
    )  # fmt: skip
    return _said(note)


def person_of_handover(asked: Mapping[str, Any]) -> UUID:
    """The person of `handover_id`. Raises NotFound."""
    with connection.cursor() as cursor:
        cursor.execute("select rounds_person_of_handover(%s)", [asked["handover_id"]])
        found: UUID | None = cursor.fetchone()[0]
    if found is None:
        raise NotFound("There is no such note.", next_step="Go back and choose one from the list.")
    return found


@action("handover.acknowledge", about=person_of_handover)
def acknowledge(*, handover_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """Somebody other than its writer has read the note; the first who says so stands. Raises Refused."""
    note = Handover.objects.select_for_update().get(id=handover_id)
    theirs(note.team_code, by)
    if note.written_user is not None and note.written_user == by.user_id:
        raise Refused(
            "You wrote this note, so somebody else must say that they read it.", next_step="Leave it for a colleague."
        )
    if note.read_at is None:
        note.read_at, note.read_by, note.read_user = at, by.name, by.user_id
        note.save(update_fields=["read_at", "read_by", "read_user"])
    return _said(note)


def _said(note: Handover) -> Happening[UUID]:
    return Happening(
        result=note.id, subject_kind="handover", subject_id=note.id, person_id=note.person_id, facts={"team": note.team_code},
        teams=(note.team_code,),
    )  # fmt: skip
