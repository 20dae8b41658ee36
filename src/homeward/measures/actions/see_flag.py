"""How does a colleague say 'I have seen that this number changed'?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, NotFound
from homeward.measures.models import Flag


@action("number.see_flag")
def see_flag(*, flag_id: UUID, by: Actor, at: datetime) -> Happening[str]:
    """It no longer waits to be seen; returns the measure's code. The first to say so stands: raises Clash for the second."""
    flag = Flag.objects.select_for_update().filter(id=flag_id).first()
    if flag is None:
        raise NotFound("There is no such change.", next_step="Look at the number's own page.")
    if flag.seen_at is not None:
        raise Clash(
            f"{flag.seen_by} has already taken note of it.", who=flag.seen_by, when=flag.seen_at,
            next_step="Look at what is being done about it.",
        )  # fmt: skip
    flag.seen_at, flag.seen_by, flag.seen_by_id = at, by.name, by.user_id
    flag.save(update_fields=["seen_at", "seen_by", "seen_by_id"])
    return Happening(
        result=flag.measure_code, subject_kind="flag", subject_id=flag.id, person_id=None,
        facts={"measure": flag.measure_code},
    )  # fmt: skip
