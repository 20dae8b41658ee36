"""Which resources of one kind fit what a partner's system asks for, page by page?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.records.models import Item
from homeward.records.queries.rows import ItemRow, row_of

Sort = Literal["-placed", "placed", "-received", "received", "code", "-code", "id"]
SORTS: dict[Sort, tuple[str, str]] = {
    "-placed": ("-placed_at", "placed_at"),
    "placed": ("placed_at", "placed_at"),
    "-received": ("-received_at", "received_at"),
    "received": ("received_at", "received_at"),
    "code": ("code", "code"),
    "-code": ("-code", "code"),
    "id": ("id", "id"),
}
After = tuple[datetime | str | UUID, UUID]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """All that is given must hold; of several values in one tuple any may.

    Tokens are 'code', 'system|code', '|code' or 'system|'. Spans are (from, before) moments, either of which may be
    None. `refs` are ids of items that are pointed to.
    """

    codes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    ids: tuple[UUID, ...] | None = None
    source_ids: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    refs: tuple[UUID, ...] | None = None
    effective: tuple[tuple[datetime | None, datetime | None], ...] = ()
    received: tuple[tuple[datetime | None, datetime | None], ...] = ()
    without: tuple[str, ...] = ()  # sensitivities that the asker may not see


@dataclass(frozen=True, kw_only=True)
class Page:
    """Rows in the order asked for, and where the next page begins (None: there is none)."""

    rows: tuple[ItemRow, ...]
    next: After | None


NO_FILTERS = Filters()


def search(
    *,
    person_id: UUID | None,
    kind: str,
    filters: Filters = NO_FILTERS,
    sort: Sort = "-placed",
    after: After | None = None,
    limit: int = 50,
) -> Page:
    """One page. Read inside an open gate; `person_id` None asks among what is about nobody. The order is total, so the
    cursor stays right while rows are added."""
    column, name = SORTS[sort]
    rows = _fitting(person_id, kind, filters)
    if after is not None:
        further = "lt" if column.startswith("-") else "gt"
        rows = rows.filter(Q(**{f"{name}__{further}": after[0]}) | Q(**{name: after[0], "id__gt": after[1]}))
    found = list(rows.order_by(*dict.fromkeys((column, "id")))[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return Page(
        rows=tuple(row_of(each) for each in found[:limit]), next=(getattr(last, name), last.id) if last else None
    )


def how_many(*, person_id: UUID | None, kind: str, filters: Filters = NO_FILTERS) -> int:
    """How many fit. Read inside an open gate."""
    return _fitting(person_id, kind, filters).count()


def _fitting(person_id: UUID | None, kind: str, asked: Filters) -> QuerySet[Item]:
    rows = Item.objects.filter(person_id=person_id) if person_id else Item.objects.filter(person_id__isnull=True)
    rows = rows.filter(kind=kind)
    if asked.codes:
        rows = rows.filter(_any([_coded(token) for token in asked.codes]))
    if asked.categories:
        rows = rows.filter(category__in=[token.rpartition("|")[2] for token in asked.categories])
    if asked.statuses:
        rows = rows.filter(status__in=[token.rpartition("|")[2] for token in asked.statuses])
    if asked.identifiers:
        rows = rows.filter(_any([_known_by(token) for token in asked.identifiers]))
    if asked.ids is not None:
        rows = rows.filter(id__in=asked.ids)
    if asked.source_ids:
        rows = rows.filter(source_id__in=asked.source_ids)
    if asked.sources:
        rows = rows.filter(source__in=asked.sources)
    if asked.refs is not None:
        rows = rows.filter(refs__overlap=list(asked.refs))
    if asked.without:
        rows = rows.exclude(sensitivity__in=asked.without)
    for spans, column in ((asked.effective, "placed_at"), (asked.received, "received_at")):
        for since, until in spans:
            rows = rows.filter(**{f"{column}__gte": since}) if since else rows
            rows = rows.filter(**{f"{column}__lt": until}) if until else rows
    return rows


def _coded(token: str) -> Q:
    system, bar, code = token.rpartition("|")
    if not bar:
        return Q(code=code)
    if not code:
        return Q(code_system=system)
    return Q(code_system=system, code=code) | Q(more_codes__contains=[f"{system}|{code}"])


def _known_by(token: str) -> Q:
    """'value' alone is looked for under no system; a token with a bar is exact."""
    return Q(identifiers__contains=[token if "|" in token else f"|{token}"])


def _any(asked: Sequence[Q]) -> Q:
    whole = asked[0]
    for each in asked[1:]:
        whole |= each
    return whole
