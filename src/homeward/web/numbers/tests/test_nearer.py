"""Is a number told for the neighbourhoods that have a name, and is it said how many are left out?"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from homeward.directory import api as directory
from homeward.measures.api import Asked, Figure, Part
from homeward.web.numbers.one.nearer import nearer

DAY, AT = date(2026, 11, 20), datetime(2026, 11, 20, 12, tzinfo=UTC)


def part(code: str, n: int) -> Part:
    return Part(code=code, label=code, numerator=n, denominator=n, too_early=0, value=100.0, interval=None)


def figure(parts: list[Part]) -> Figure:
    return Figure(
        measure=directory.place().measures["two-hour-response"], asked=Asked(first=DAY, last=DAY), value=1.0, interval=None,
        base=None, numerator=9, denominator=9, too_early=0, excluded=0, coverage=None, reasons=(), series=(),
        cuts={"sex": [part("female", 9)], "neighbourhood": parts}, as_of=AT, rows_query="", spc=None,
    )  # fmt: skip


def test_only_neighbourhoods_with_a_name_are_shown_and_the_others_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    place = directory.place()
    known = sorted(code for code, area in place.areas.items() if area.kind == "neighbourhood")
    found = nearer(figure([part(known[0], 5), part(known[1], 2), part("", 2)]), on=DAY)
    assert set(found.cuts) == {"sex"} and f"None of the {len(known)} neighbourhoods has a name yet" in found.left_out
    assert "9 of 9 counted lie in none" in found.left_out
    areas: dict[str, Any] = dict(place.areas)
    areas[known[0]] = replace(areas[known[0]], named=True, name="Kings Heath")
    monkeypatch.setattr("homeward.web.numbers.one.nearer.directory.place", lambda: replace(place, areas=areas))
    found = nearer(figure([part(known[0], 5), part(known[1], 2), part("", 2)]), on=DAY)
    assert [each.code for each in found.cuts["neighbourhood"]] == [known[0]]
    assert f"{len(known) - 1} of the {len(known)} neighbourhoods have no name yet" in found.left_out
    assert "4 of 9 counted lie in none" in found.left_out
