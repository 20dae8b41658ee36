"""What do a page's blocks about one person hold? All of them in one question, each kind read newest first and no further than told."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.records.queries.rows import ItemLine

LOOKED_THROUGH = 5_000  # rows of a kind: more than that came later, and what lies behind them is not found
_COLUMNS = (
    "id", "source", "kind", "status", "code_system", "code", "more_codes", "display", "received_at", "placed_at",
    "sensitivity", "flags",
)  # fmt: skip

# One arm for each kind of each block: a stretch of the index on person, kind and moment tells what fits, without a row being read; of
# what fits the newest few are read. Both ends of `id` make the database find each row by that same stretch, which is at hand.
_FITTING = """
from (
    select r.placed_at, r.id, r.status, r.code, r.more_codes, r.received_at from records_item r
    where r.person_id = %s and r.kind = w.kind
      and (w.before is null or r.placed_at <= w.before and (r.placed_at < w.before or r.id > w.before_id))
    order by r.placed_at desc, r.id limit w.among
) newest
where (w.but is null or newest.status <> all (w.but))
  and (w.received is null or newest.received_at >= w.received)
  and (w.codes is null or newest.code = any (w.codes) or newest.more_codes && w.tokens)
"""
_SQL = f"""
select {", ".join(("block", *_COLUMNS, "body"))} from (
select w.block, w.most, row_number() over (partition by w.block order by i.placed_at desc, i.id) as place, {", ".join(f"i.{column}" for column in _COLUMNS)}, case when w.bodied then i.body else '' end as body
from jsonb_to_recordset(%s::jsonb) as w(
    block text, kind text, most int, among int, apiece int, bodied bool, but text[], codes text[], tokens text[],
    before timestamptz, before_id uuid, received timestamptz
)
cross join lateral (
    (select newest.placed_at, newest.id {_FITTING} and w.apiece is null order by newest.placed_at desc, newest.id limit w.most)
    union all
    (select apart.placed_at, apart.id from (
        select newest.placed_at, newest.id, row_number() over (partition by newest.code order by newest.placed_at desc, newest.id) as nth
        {_FITTING} and w.apiece is not null
    ) apart where apart.nth <= w.apiece order by apart.placed_at desc, apart.id limit w.most)
) fits
cross join lateral (
    select * from records_item r
    where r.person_id = %s and r.kind = w.kind and r.placed_at = fits.placed_at and r.id >= fits.id and r.id <= fits.id limit 1
) i
) found where place <= most order by block, place
"""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What one block wants: up to `most` rows among the newest `among` of each kind.

    `apiece` bounds the rows of one code, so that what is measured every hour leaves room for what is measured once a month.
    `but` are statuses to leave out; with `codes` ('system|code') only what bears one of them. `bodied` wants the texts.
    `before` is the (placed_at, id) of the last row of the page before; `received_since` wants only what came since.
    """

    kinds: tuple[str, ...]
    most: int
    among: int = LOOKED_THROUGH
    apiece: int | None = None
    but: tuple[str, ...] = ()
    codes: tuple[str, ...] | None = None
    bodied: bool = False
    before: tuple[datetime, UUID] | None = None
    received_since: datetime | None = None


def blocks(person_id: UUID, wanted: Mapping[str, Wanted]) -> dict[str, list[ItemLine]]:
    """The rows of each block, newest first over its kinds. Read inside an open gate."""
    found: dict[str, list[ItemLine]] = {name: [] for name in wanted}
    asked = [_arm(name, kind, block) for name, block in wanted.items() for kind in block.kinds]
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [json.dumps(asked), person_id, person_id, person_id])
        for block, *values in cursor.fetchall():
            found[block].append(_row(values))
    return found


def _arm(name: str, kind: str, block: Wanted) -> dict[str, object]:
    return {
        "block": name, "kind": kind, "most": block.most, "among": block.among, "apiece": block.apiece, "bodied": block.bodied,
        "but": list(block.but) or None,
        "codes": None if block.codes is None else [each.rpartition("|")[2] for each in block.codes],
        "tokens": None if block.codes is None else list(block.codes),
        "before": block.before[0].isoformat() if block.before else None,
        "before_id": str(block.before[1]) if block.before else None,
        "received": block.received_since.isoformat() if block.received_since else None,
    }  # fmt: skip


def _row(values: Sequence[Any]) -> ItemLine:
    id, source, kind, status, system, code, more, display, received, placed, sensitivity, flags, body = values
    return ItemLine(
        id=id, source=source, kind=kind, status=status, code_system=system, code=code, more_codes=tuple(more or ()),
        display=display, received_at=received, placed_at=placed, sensitivity=sensitivity, flags=tuple(flags or ()), body=body,
    )  # fmt: skip
