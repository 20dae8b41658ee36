"""How does a colleague ask to be told of a number or a board, or ask no longer?"""

from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound
from homeward.foundation.ids import new_id
from homeward.measures.models import Following
from homeward.measures.queries.asking import account_of
from homeward.measures.queries.labels import label
from homeward.measures.queries.own_boards import openable
from homeward.measures.vocabulary import WATCHED


@action("number.follow")
def follow(*, kind: str, code: str, by: Actor, at: datetime, cut: str = "", part: str = "") -> Happening[UUID]:
    """From now on `by` is told once of each special cause. `kind`: measure, board (declared) or own (a colleague's board).

    A measure may be followed for one part of the place: `cut` and `part`. Asking twice is once. Raises NotFound.
    """
    _exists(kind, code, by)
    if (cut or part) and (kind != "measure" or cut not in WATCHED or not part or label(cut, part) == part):
        raise NotFound("That part is not watched.", next_step="Choose one that the number's own page offers.")
    row, _ = Following.objects.get_or_create(
        user_id=account_of(by), kind=kind, code=code, cut=cut, part=part, until=None,
        defaults={"id": new_id(), "user_name": by.name, "since": at},
    )  # fmt: skip
    return _happened(row)


@action("number.unfollow")
def unfollow(*, kind: str, code: str, by: Actor, at: datetime, cut: str = "", part: str = "") -> Happening[UUID]:
    """`by` is no longer told. Raises NotFound when they were not."""
    mine = Following.objects.select_for_update().filter(user_id=account_of(by), kind=kind, code=code, until=None)
    row = mine.filter(cut=cut, part=part).first()
    if row is None:
        raise NotFound("You do not follow this.", next_step="Go back to the page of boards.")
    row.until = at
    row.save(update_fields=["until"])
    return _happened(row)


def _exists(kind: str, code: str, by: Actor) -> None:
    place = directory.place()
    if (kind == "measure" and code in place.measures) or (kind == "board" and code in place.dashboards):
        return
    if kind == "own":
        try:
            openable(UUID(code), by=by)
            return
        except ValueError:
            pass
    raise NotFound("There is no such number or board.", next_step="Choose one from the page of boards.")


def _happened(row: Following) -> Happening[UUID]:
    return Happening(
        result=row.id, subject_kind="number", subject_id=row.id, person_id=None,
        facts={"kind": row.kind, "code": row.code, "cut": row.cut, "part": row.part},
    )  # fmt: skip
