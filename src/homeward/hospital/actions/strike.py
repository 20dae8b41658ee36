"""What happens when a stay was never this person's? It is struck out with who and why, and counts nowhere from then on."""

from datetime import datetime
from uuid import UUID

from homeward.access import api as access
from homeward.access.api import relationships
from homeward.episodes import api as episodes
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.hospital.actions.beds import reserve
from homeward.hospital.actions.held import held
from homeward.hospital.actions.home_care.run import end_home_care
from homeward.hospital.models import HomeCare, Stay
from homeward.hospital.queries.person_of import person_of_stay
from homeward.hospital.vocabulary import JOB

STOPPED = "The stay was entered in error."


@action("stay.strike", about=person_of_stay)
def strike(*, stay_id: UUID, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """It was entered in error, because of `words`; returns the stay's id. What was said of it stays to be read.

    Its open steps stop, a bed that is kept is free, and home care that nobody has found yet is not looked for. Raises
    Invalid, and Refused while carers go, or are about to go, because of it.
    """
    stay = held(stay_id, "say that it was entered in error", by=by, over=True)
    if not words.strip():
        raise Invalid({"words": "Say how it came to be entered for them."})
    _stop_home_care(stay, at)
    reserve.over(stay.id, by=by, at=at, why="stay.strike")
    was_open = stay.left_at is None
    stay.struck_at, stay.struck_by, stay.struck_words, stay.version = at, by.name or "The ward's system", words.strip(), stay.version + 1
    stay.save(update_fields=["struck_at", "struck_by", "struck_words", "version"])
    episodes.stop_tasks_about(stay.id, why=STOPPED, by=by, at=at)
    relationships.end(stay.id, at=at)
    facts = {
        "hospital": stay.hospital_code, "ward": stay.ward_code, "admitted_at": stay.admitted_at.isoformat(), "was_open": was_open,
    }  # fmt: skip
    return Happening(
        result=stay.id, subject_kind="stay", subject_id=stay.id, person_id=stay.person_id, facts=facts,
        teams=(stay.flow_team, stay.hub_team),
    )  # fmt: skip


def _stop_home_care(stay: Stay, at: datetime) -> None:
    for care in HomeCare.objects.filter(stay=stay, ended_at=None):
        if care.state != "asked":
            raise Refused(
                "Home care was found because of this stay.", field="words",
                next_step="End it on its own page first, so that nobody goes on coming to them by mistake.",
            )  # fmt: skip
        end_home_care(request_id=care.id, ended_at=at, hours=None, words=STOPPED, by=access.system(JOB), at=at)
