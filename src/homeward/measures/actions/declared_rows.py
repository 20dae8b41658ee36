"""What may a measure know of an area or a need? What the place declares of them."""

from collections.abc import Iterator

from homeward.directory import api as directory
from homeward.measures.rules.bands import band

Row = tuple[str | bool | None, ...]


def area_rows() -> Iterator[list[Row]]:
    """One batch: code, name, kind, band of deprivation (none when it is not declared)."""
    yield [(area.code, area.name, area.kind, band(area.deprivation)) for area in directory.place().areas.values()]


def need_rows() -> Iterator[list[Row]]:
    """One batch: code, title, whether it is one of the two-hour needs."""
    yield [(need.code, need.title, need.two_hour_need) for need in directory.place().needs.values()]
