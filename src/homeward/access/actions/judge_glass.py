"""How is it judged whether a record was rightly opened out of turn?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import Glass
from homeward.access.queries.glass import person_of_glass
from homeward.access.queries.may import may
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted


def _person(asked: Mapping[str, Any]) -> UUID | None:
    return person_of_glass(asked["glass_id"])


@action("access.judge_glass", about=_person)
def judge_glass(*, glass_id: UUID, verdict: str, words: str, by: Actor, at: datetime) -> Happening[Glass]:
    """'right' or 'not_right', with words, by information governance or the record's own team, never by the opener."""
    glass = Glass.objects.select_for_update().filter(pk=glass_id).first()
    if glass is None:
        raise NotFound("There is no such opening.", next_step="Choose one from the list.")
    if by.user_id == glass.actor_id:
        raise NotPermitted("You opened this record, so somebody else must judge it.")
    if not may(by, "audit.view") and not set(by.teams) & set(glass.owner_teams):
        raise NotPermitted("It is judged by information governance, or by a team that looked after the person.")
    if glass.judged_at is not None:
        raise Clash("This was judged already.", who=glass.judged_by, when=glass.judged_at)
    if verdict not in (Glass.RIGHT, Glass.NOT_RIGHT):
        raise Invalid({"verdict": "Choose whether it was right to open the record."})
    if not words.strip():
        raise Invalid({"words": "Say why you think so."})
    glass.verdict, glass.judged_words = verdict, words.strip()
    glass.judged_at, glass.judged_by_id, glass.judged_by = at, by.user_id, by.name
    glass.save(update_fields=["verdict", "judged_words", "judged_at", "judged_by_id", "judged_by"])
    return Happening(
        result=glass,
        subject_kind="glass",
        subject_id=glass.id,
        person_id=glass.person_id,
        facts={
            "glass_id": str(glass.id),
            "verdict": verdict,
            "words": glass.judged_words,
            "opened_by": glass.actor_name,
        },
        teams=tuple(glass.owner_teams),
    )
