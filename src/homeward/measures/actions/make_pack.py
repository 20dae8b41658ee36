"""How does a board pack come to be: set by the worker, kept with what it was counted from, thrown away in time?

A worker may be killed while it makes one. Whoever takes the work up then begins it again; after its last try it has failed.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.api import system
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Refused
from homeward.measures.models import Pack
from homeward.measures.queries.lake import lake_written
from homeward.measures.vocabulary import PACK_JOB, PACKS_KEPT

FAILED = "It could not be made. Ask for it again; if it fails again, give the number below to whoever runs Homeward."
CUT_SHORT = "Making it was cut short again and again. Make it again; if that fails too, give the number below to whoever runs Homeward."
MOVING = ("waiting", "making")
Told = Callable[[int], None]
Paper = Callable[[Pack, Told, datetime], bytes]


def make_pack(pack_id: UUID, *, at: datetime, paper: Paper) -> None:
    """Make the pack that waits, or whose making was cut short; `paper` sets it, says how far it is and hears of which moment it is.

    When it fails, the pack says so in words.
    """
    if not _marked(pack_id, *MOVING, state="making", done=0):
        return
    by = system(PACK_JOB)
    try:
        lake = lake_written()
        content = paper(Pack.objects.get(id=pack_id), lambda done: _told(pack_id, done), lake.as_of)
        keep_pack(
            pack_id=pack_id, content=content, lake_at=lake.as_of, lake=f"{lake.xid}.{lake.position}", by=by, at=at
        )  # fmt: skip
    except Refused as refused:
        _marked(pack_id, "making", state="failed", words=f"{refused.message} {refused.next_step}".strip())
    except Exception:
        _marked(pack_id, "making", state="failed", words=FAILED)
        raise


@action("board.keep_pack")
def keep_pack(
    *, pack_id: UUID, content: bytes, lake_at: datetime, lake: str, by: Actor, at: datetime
) -> Happening[UUID]:
    """The PDF is kept with its digest, and with which state of the lake it was counted from, until its days are over."""
    row = Pack.objects.select_for_update().get(id=pack_id)
    if row.state != "making":  # its worker was only slow, and another has made it meanwhile
        raise Refused("This pack is made already.", next_step="Open it.")
    row.state, row.content, row.size, row.ready_at, row.done = "ready", content, len(content), at, row.total
    row.sha256, row.lake_at, row.lake = hashlib.sha256(content).hexdigest(), lake_at, lake
    row.save()
    facts = {"bytes": row.size, "sha256": row.sha256, "lake": lake, "counted_at": lake_at.isoformat()}
    return Happening(result=row.id, subject_kind="pack", subject_id=row.id, person_id=None, facts=facts)


def give_pack_up(pack_id: UUID) -> None:
    """Its making was cut short for the last time: it says so, and may be asked for again."""
    _marked(pack_id, *MOVING, state="failed", words=CUT_SHORT)


def throw_packs_away(*, at: datetime) -> int:
    """Packs whose days are over keep their entry and lose their content; returns how many."""
    old = Pack.objects.filter(state="ready", ready_at__lt=at - PACKS_KEPT)
    return old.update(state="removed", content=None)


def _told(pack_id: UUID, done: int) -> None:
    _marked(pack_id, "making", done=done)


def _marked(pack_id: UUID, *states: str, **changes: Any) -> bool:
    """How far it is: no event, so it is written beside the log, at once."""
    return bool(Pack.objects.filter(id=pack_id, state__in=states).update(**changes))
