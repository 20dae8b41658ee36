"""Is a measure that was changed kept beside what it was, and are both counted over the same rows?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.api import Asked, compare, versions
from homeward.measures.tests.test_two_hour_response import MEASURE, after, need

pytestmark = pytest.mark.django_db
MARCH = Asked(first=date(2026, 3, 1), last=date(2026, 3, 31))


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def test_a_change_is_a_new_version_and_both_are_counted_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    for minutes in (60, 110, 150):
        need(seen_after=minutes)
    refresh_lake(at=after(300), everything=True)
    [first] = versions(MEASURE)
    refresh_lake(at=after(301), everything=True)
    assert versions(MEASURE) == [first]  # counted again, it is the same one

    place = directory.place()
    stands = place.measures[MEASURE]

    def stricter(tables: Any) -> Any:
        rows = stands.expression(tables)  # type: ignore[misc]  # this one has an expression
        return rows.mutate(status=((rows.status == "met") & (rows.minutes > 90)).ifelse("not_met", rows.status))

    changed = replace(stands, definition="Seen within ninety minutes.", version="2", expression=stricter)
    measures = MappingProxyType({**place.measures, MEASURE: changed})
    monkeypatch.setattr(directory, "place", lambda: replace(place, measures=measures))
    refresh_lake(at=after(302), everything=True)
    assert [each.number for each in versions(MEASURE)] == [1, 2]
    found = compare(MEASURE, old=1, new=2, asked=MARCH)
    assert (found.old.tally.met, found.new.tally.met) == (2, 1)
    assert (found.only_old, found.only_new, found.otherwise, found.same_query) == (0, 0, 1, False)
    assert {name for name, _, _ in found.declared} == {"definition", "version"}
    with pytest.raises(NotFound, match="has no version 7"):
        compare(MEASURE, old=7, new=2, asked=MARCH)
