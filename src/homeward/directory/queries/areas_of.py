"""In which neighbourhood, network, locality, council and constituency does somebody live on a day?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import connection

from homeward.directory.models import Area, AreaMembership, Loading
from homeward.directory.rules.climb import AreaMap, Areas, Link

_REVISION = f"select revision from {Loading._meta.db_table} limit 1"

_cached: dict[UUID, AreaMap] = {}


def areas_of(*, ward: str | None = None, practice: str | None = None, on: date) -> Areas:
    """The areas on the day `on`, from the ward of the home and the practice's code (ours or the national one)."""
    return area_map().areas_of(ward=ward, practice=practice, on=on)


def area_map() -> AreaMap:
    """All areas and links, kept in the process until the directory's revision moves. For many people, ask once."""
    with connection.cursor() as cursor:
        cursor.execute(_REVISION)
        row = cursor.fetchone()
    if row is None:
        return _read()
    found = _cached.get(row[0])
    if found is None:
        found = _read()
        _cached.clear()
        _cached[row[0]] = found
    return found


def area_name(code: str | None) -> str:
    """An area's name as its owner has it; empty for None, the code itself when unknown."""
    return area_map().names.get(code, code) if code else ""


def area_names() -> Mapping[str, str]:
    """Every area's name by code."""
    return area_map().names


def _read() -> AreaMap:
    areas = list(Area.objects.values_list("code", "kind", "national_code", "name"))
    links = (
        Link(part=part, whole=whole, valid_from=since, valid_to=until)
        for part, whole, since, until in AreaMembership.objects.filter(entire=True)
        .order_by("part_code", "id")
        .values_list("part_code", "whole_code", "valid_from", "valid_to")
    )
    return AreaMap.of(
        kinds={code: kind for code, kind, _, _ in areas},
        links=links,
        known_as={national: code for code, _, national, _ in areas if national},
        names={code: name for code, _, _, name in areas},
    )
