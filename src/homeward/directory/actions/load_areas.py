"""How are areas and their dated memberships taken over, without undoing what an owner has corrected?"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Case, DateField, F, Value, When

from homeward.directory.actions.load_listings import take_over
from homeward.directory.models import Area, AreaMembership
from homeward.grammar.api import Place


def areas(here: Place, *, day: date) -> None:
    """Every declared area. One that its owner has named keeps that name."""
    rows = [
        Area(
            code=each.code, name=each.name, kind=each.kind, national_code=each.national_code, named=each.named,
            owner_code=each.owner, review_on=each.review_by, valid_from=each.valid_from, valid_to=each.valid_to,
        )
        for each in here.areas.values()
    ]  # fmt: skip
    names = dict(Area.objects.filter(edited_at__isnull=False).values_list("code", "name"))
    for row in rows:
        if row.code in names:
            row.name, row.named = names[row.code], True
    take_over(Area, rows, day=day, keep={"edited_at"})


def memberships(here: Place, *, day: date) -> None:
    """Every declared link; a link its owner has edited stands, and one no longer declared ended yesterday."""
    declared = {(each.code, link.code, link.valid_from): link for each in here.areas.values() for link in each.within}
    stored = {(row.part_code, row.whole_code, row.valid_from): row for row in AreaMembership.objects.all()}
    edited = {(part, whole) for (part, whole, _), row in stored.items() if row.edited}
    new = [
        AreaMembership(part_code=part, whole_code=whole, valid_from=since, valid_to=link.valid_to, entire=link.whole)
        for (part, whole, since), link in declared.items()
        if (part, whole, since) not in stored and (part, whole) not in edited
    ]
    plain = {key: row for key, row in stored.items() if not row.edited}
    _end([row.pk for key, row in plain.items() if key not in declared and row.valid_to is None], day=day)
    for key, row in plain.items():
        link = declared.get(key)
        if link is not None and (link.valid_to, link.whole) != (row.valid_to, row.entire):
            AreaMembership.objects.filter(pk=row.pk).update(valid_to=link.valid_to, entire=link.whole)
    AreaMembership.objects.bulk_create(new, batch_size=500)


def _end(keys: Iterable[int], *, day: date) -> None:
    yesterday = day - timedelta(days=1)
    last = Case(
        When(valid_from__gt=yesterday, then=F("valid_from")), default=Value(yesterday), output_field=DateField()
    )
    AreaMembership.objects.filter(pk__in=list(keys)).update(valid_to=last)
