"""How does it come to be known that a number changed more than chance explains? Once, however long the run lasts."""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.ids import new_id
from homeward.measures.models import Flag


@action("number.raise_flag")
def raise_flag(
    *, measure_code: str, variation: str, rules: str, sentence: str, first_on: date, last_on: date, by: Actor, at: datetime,
    cut: str = "", part: str = "", among: int = 1,
) -> Happening[UUID]:  # fmt: skip
    """Put down a new special cause; returns its flag. Whoever follows the number hears of it from this event.

    With `cut` and `part` it is that of one part of the place. `among`: how many charts were looked at together.
    """
    flag = Flag.objects.create(
        id=new_id(), measure_code=measure_code, variation=variation, rules=rules, sentence=sentence, first_on=first_on,
        last_on=last_on, found_at=at, cut=cut, part=part, among=among,
    )  # fmt: skip
    return Happening(
        result=flag.id, subject_kind="flag", subject_id=flag.id, person_id=None,
        facts={"measure": measure_code, "variation": variation, "first_on": first_on.isoformat(), "cut": cut, "part": part},
    )  # fmt: skip
