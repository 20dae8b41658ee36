"""How is it settled what is done about a number, by whom and by when?"""

from datetime import date, datetime
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.measures.models import Action, Flag
from homeward.measures.queries.asking import measure_called

LONGEST = 500


@action("number.act")
def act(
    *, measure_code: str, what: str, owner: str, due_on: date | None, by: Actor, at: datetime, flag_id: UUID | None = None
) -> Happening[UUID]:  # fmt: skip
    """One thing to do about a number; returns its id. `owner` is 'user:<account id>' or 'team:<code>'.

    About a flag it also says that `by` has seen it. Raises Invalid, NotFound.
    """
    measure_called(measure_code)
    flag = _flag(flag_id, measure_code)
    what = what.strip()
    named = _owner(owner)
    wrong = {}
    if not what:
        wrong["what"] = "Say what is to be done."
    elif len(what) > LONGEST:
        wrong["what"] = f"Say it in fewer words: at most {LONGEST} letters."
    if named is None:
        wrong["owner"] = "Choose who does it: a colleague or a team."
    if due_on is None:
        wrong["due_on"] = "Say by which day, for example 30 6 2026."
    elif due_on < london_day(at):
        wrong["due_on"] = "The day it is due must be today or later."
    if wrong or named is None or due_on is None:
        raise Invalid(wrong)
    user_id, team, name = named
    row = Action.objects.create(
        id=new_id(), measure_code=measure_code, flag=flag, what=what, owner_id=user_id, owner_team=team, owner_name=name,
        due_on=due_on, made_at=at, made_by=by.name,
    )  # fmt: skip
    if flag is not None and flag.seen_at is None:
        flag.seen_at, flag.seen_by, flag.seen_by_id = at, by.name, by.user_id
        flag.save(update_fields=["seen_at", "seen_by", "seen_by_id"])
    return Happening(
        result=row.id, subject_kind="action", subject_id=row.id, person_id=None, teams=(team,) if team else (),
        facts={"measure": measure_code, "owner": owner, "due_on": row.due_on.isoformat()},
    )  # fmt: skip


def _flag(flag_id: UUID | None, measure_code: str) -> Flag | None:
    if flag_id is None:
        return None
    flag = Flag.objects.select_for_update().filter(id=flag_id, measure_code=measure_code).first()
    if flag is None:
        raise NotFound("There is no such change.", next_step="Look at the number's own page.")
    return flag


def _owner(owner: str) -> tuple[UUID | None, str, str] | None:
    kind, _, code = owner.partition(":")
    if kind == "team" and code in directory.place().teams:
        return None, code, directory.place().teams[code].name
    if kind == "user":
        try:
            found = access.account(UUID(code))
        except (ValueError, NotFound):
            return None
        return found.id, "", found.name
    return None
