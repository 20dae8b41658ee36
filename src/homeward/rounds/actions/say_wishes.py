"""How does a person, or somebody who acts for them, say what they wish of every visit?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotPermitted
from homeward.foundation.ids import new_id
from homeward.rounds.models import Preference
from homeward.rounds.rules.hours import hours_fault

LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class OwnWishes:
    """When visits are to begin (minutes after midnight, both or neither), whether by somebody known, and the rest in own words."""

    opens: int | None = None
    closes: int | None = None
    same_face: bool = False
    faces: str = ""
    way_in: str = ""
    animals: str = ""
    words: str = ""


@action("round.say_wishes", about=lambda asked: asked["person_id"])
def say_wishes(*, person_id: UUID, wishes: OwnWishes, seen: UUID | None, by: Actor, at: datetime) -> Happening[UUID]:
    """Keep them as said now; what was said before is kept beside. `seen`: the newest that they had before them.

    Raises NotPermitted for anybody but the person or who acts for them, Invalid, and Clash when somebody said otherwise meanwhile.
    """
    if by.person_id != person_id:
        raise NotPermitted("Only the person, or somebody who acts for them, can say this here.")
    errors = {
        name: f"Use at most {LONGEST} letters."
        for name in ("faces", "way_in", "animals", "words")
        if len(getattr(wishes, name)) > LONGEST
    }
    if fault := hours_fault(wishes.opens, wishes.closes):
        errors["closes"] = fault
    if errors:
        raise Invalid(errors)
    newest = Preference.objects.select_for_update().filter(person_id=person_id).order_by("-said_at", "-id").first()
    if newest is not None and newest.id != seen:
        raise Clash(
            f"{newest.said_by} wrote something here while you did.", who=newest.said_by, when=newest.said_at,
            next_step="Read it below, then save again.",
        )  # fmt: skip
    row = Preference.objects.create(
        id=new_id(), person_id=person_id, opens=wishes.opens, closes=wishes.closes, same_face=wishes.same_face,
        faces=wishes.faces.strip(), way_in=wishes.way_in.strip(), animals=wishes.animals.strip(), words=wishes.words.strip(),
        whose="person" if by.acting_for is None else "carer", said_by=by.name, said_at=at,
    )  # fmt: skip
    facts = {"opens": wishes.opens, "closes": wishes.closes, "same_face": wishes.same_face, "whose": row.whose}
    return Happening(result=row.id, subject_kind="wishes", subject_id=row.id, person_id=person_id, facts=facts)
