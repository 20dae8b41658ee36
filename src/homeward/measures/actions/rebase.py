"""How are a number's limits set anew from a day on, and how is that taken back?"""

from datetime import date, datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.measures.models import Rebase, RebaseTakenBack
from homeward.measures.queries.asking import measure_called
from homeward.measures.queries.rebases import standing

LONGEST = 500
SHORTEST = 15
MOST = 12


@action("numbers.rebase")
def rebase(*, measure_code: str, from_on: date | None, reason: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Reckon the average and limits anew from `from_on`; returns the rebase's id. Raises Invalid, NotFound."""
    measure_called(measure_code)
    reason = reason.strip()
    wrong = {}
    if from_on is None:
        wrong["from_on"] = "Say from which day, for example 31/03/2026."
    elif from_on > london_day(at):
        wrong["from_on"] = "The day must be today or earlier: limits cannot be set for what has not happened."
    elif from_on in (days := standing(measure_code)):
        wrong["from_on"] = "Limits are already set anew from that day."
    elif len(days) >= MOST:
        wrong["from_on"] = f"This chart has been set anew {MOST} times, the most there can be. Take one back first."
    if len(reason) < SHORTEST:
        wrong["reason"] = "Say what changed on that day, and how you know that it lasts."
    elif len(reason) > LONGEST:
        wrong["reason"] = f"Say it in fewer words: at most {LONGEST} letters."
    if wrong or from_on is None:
        raise Invalid(wrong)
    row = Rebase.objects.create(
        id=new_id(), measure_code=measure_code, from_on=from_on, reason=reason, made_at=at, made_by=by.name,
        made_by_id=by.user_id,
    )  # fmt: skip
    return _happened(row)


@action("numbers.take_rebase_back")
def take_rebase_back(*, rebase_id: UUID, why: str, by: Actor, at: datetime) -> Happening[UUID]:
    """Let the limits run through again. What was decided, and that it was taken back, stays on record. Raises as above, and Clash."""
    row = Rebase.objects.select_for_update().filter(id=rebase_id).first()
    if row is None:
        raise NotFound("There is no such change of limits.", next_step="Look at the number's own page.")
    gone = RebaseTakenBack.objects.filter(rebase=row).first()
    if gone is not None:
        raise Clash(
            f"{gone.by_name} has already taken it back.", who=gone.by_name, when=gone.at, next_step="Nothing more is needed."
        )  # fmt: skip
    why = why.strip()
    if not why or len(why) > LONGEST:
        raise Invalid({"why": f"Say why it is taken back, in at most {LONGEST} letters."})
    RebaseTakenBack.objects.create(rebase=row, why=why, at=at, by_name=by.name)
    return _happened(row)


def _happened(row: Rebase) -> Happening[UUID]:
    return Happening(
        result=row.id, subject_kind="rebase", subject_id=row.id, person_id=None,
        facts={"measure": row.measure_code, "from_on": row.from_on.isoformat()},
    )  # fmt: skip
