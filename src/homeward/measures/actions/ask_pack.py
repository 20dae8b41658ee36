"""How is a board pack asked for, or asked for again, and put in the queue of the house's background work?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, Refused
from homeward.foundation.ids import new_id
from homeward.measures.models import Pack
from homeward.measures.queries.asking import account_of
from homeward.measures.queries.board import board_called
from homeward.measures.queries.own_boards import openable
from homeward.measures.queries.packs import pack_called
from homeward.measures.vocabulary import MAKE_PACK, PACK_MOST


def ask_pack(
    *, boards: Sequence[str] = (), own: UUID | None = None, asked: Mapping[str, str], small: bool, by: Actor, at: datetime,
    queue: bool = True,
) -> UUID:  # fmt: skip
    """The id of the pack that waits; queued in the same transaction unless the caller makes it. Raises Invalid, NotFound."""
    with transaction.atomic():
        found = _ask(boards=boards, own=own, asked=asked, small=small, by=by, at=at)
        if queue:
            app.configure_task(MAKE_PACK, allow_unknown=True).defer(pack_id=str(found))
    return found


def ask_pack_again(*, pack_id: UUID, by: Actor, at: datetime, queue: bool = True) -> None:
    """The same boards, counted anew: one that failed, was thrown away or is overdue waits again. Raises NotFound, Refused."""
    with transaction.atomic():
        _ask_again(pack_id=pack_id, by=by, at=at)
        if queue:
            app.configure_task(MAKE_PACK, allow_unknown=True).defer(pack_id=str(pack_id))


@action("board.ask_pack")
def _ask_again(*, pack_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    pack_called(pack_id, by=by)
    row = Pack.objects.select_for_update().get(id=pack_id)
    if not row.again(at):
        raise Refused("This pack need not be made again.", next_step="Look at it again in a minute.")
    row.state, row.done, row.words, row.asked_at = "waiting", 0, "", at
    row.sha256, row.size, row.lake, row.lake_at, row.ready_at = (
        "",
        0,
        "",
        None,
        None,
    )  # those of the former one are no more
    row.save()
    facts = {"boards": row.boards, "own": bool(row.own), "small": row.small, "again": True}
    return Happening(result=row.id, subject_kind="pack", subject_id=row.id, person_id=None, facts=facts)


@action("board.ask_pack")
def _ask(
    *, boards: Sequence[str], own: UUID | None, asked: Mapping[str, str], small: bool, by: Actor, at: datetime
) -> Happening[UUID]:
    declared = [board_called(code, by=by) for code in boards]
    mine = openable(own, by=by) if own else None
    if not declared and mine is None:
        raise Invalid({"board": "Choose at least one board."})
    if len(declared) > PACK_MOST:
        raise Invalid({"board": f"Choose at most {PACK_MOST} boards: more than that is no paper, but a book."})
    titles = [each.title for each in declared] + ([mine.title] if mine else [])
    numbers = [{"measure": each.measure_code, "why": each.why} for each in mine.numbers.all()] if mine else []
    kept = (
        {"title": mine.title, "question": mine.question, "owner": mine.organisation, "numbers": numbers} if mine else {}
    )
    row = Pack.objects.create(
        id=new_id(), title=titles[0] if len(titles) == 1 else f"{len(titles)} boards", boards=[each.code for each in declared], own=kept,
        asked=dict(asked), small=small, asked_by_id=account_of(by), asked_by=by.name, asked_at=at, total=len(titles) + 1,
    )  # fmt: skip
    facts = {"boards": [each.code for each in declared], "own": str(own) if own else "", "small": small}
    return Happening(result=row.id, subject_kind="pack", subject_id=row.id, person_id=None, facts=facts)
