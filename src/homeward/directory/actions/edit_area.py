"""Who names an area, or says what it lies within from a day on? Its owner, here."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q

from homeward.directory.models import Area, AreaMembership, Loading
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id


@action("directory.edit_area")
def edit_area(
    *, code: str, name: str | None = None, parts: Sequence[str] | None = None, since: date | None = None,
    by: Actor, at: datetime,
) -> Happening[None]:  # fmt: skip
    """Give an area its name; or, with `parts` and `since`, say which areas lie within it from that day.

    Earlier days keep what was true then. Raises NotFound and Invalid.
    """
    area = Area.objects.select_for_update().filter(code=code).first()
    if area is None:
        raise NotFound("There is no such area in the directory.")
    facts: dict[str, object] = {"code": code}
    if name is not None:
        facts["name"] = {"before": area.name, "after": _rename(area, name, at=at)}
    if parts is not None:
        if since is None:
            raise Invalid({"since": "Give the day from which this is true."})
        facts["parts"] = {"since": since.isoformat(), **_regroup(area, parts, since=since)}
    Loading.objects.update(revision=new_id())
    return Happening(result=None, subject_kind="area", subject_id=new_id(), person_id=None, facts=facts)


def _rename(area: Area, name: str, *, at: datetime) -> str:
    if not name.strip():
        raise Invalid({"name": "Enter the name of the area."})
    area.name, area.named, area.edited_at = name.strip(), True, at
    area.save(update_fields=["name", "named", "edited_at"])
    return area.name


def _regroup(area: Area, parts: Sequence[str], *, since: date) -> dict[str, list[str]]:
    wanted = set(parts)
    unknown = wanted - set(Area.objects.filter(code__in=wanted).values_list("code", flat=True))
    if unknown or area.code in wanted:
        raise Invalid({"parts": "Choose areas that are in the directory, other than this one."})
    standing = Q(valid_to__isnull=True) | Q(valid_to__gte=since)
    rows = AreaMembership.objects.select_for_update().filter(standing, whole_code=area.code)
    leaving = [row for row in rows if row.part_code not in wanted]
    staying = {row.part_code for row in rows if row.part_code in wanted and row.valid_from <= since}
    for row in rows:
        if row.valid_from >= since and row.part_code not in staying:
            row.delete()
        elif row in leaving:
            row.valid_to, row.edited = since - timedelta(days=1), True
            row.save(update_fields=["valid_to", "edited"])
    joining = sorted(wanted - staying)
    AreaMembership.objects.bulk_create(
        AreaMembership(part_code=part, whole_code=area.code, valid_from=since, edited=True) for part in joining
    )
    return {"joined": joining, "left": sorted(row.part_code for row in leaving)}
