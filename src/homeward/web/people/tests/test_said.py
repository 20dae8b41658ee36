"""Are ages, cursors, pictures and the standing of a decision said rightly?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from homeward.grammar.api import AdvanceDecision
from homeward.web.people.aged import aged
from homeward.web.people.health.body import ends_at, value_of
from homeward.web.people.health.decisions import standing_of
from homeward.web.people.health.trends import spread
from homeward.web.people.health.units import said_unit
from homeward.web.people.timeline import cursor

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KIND = AdvanceDecision(
    code="k", title="K", plain_words="", means="do_not_attempt_resuscitation", codes=("s|k",),
    review_after=timedelta(days=365), owner="o", review_by=NOW.date(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (59, "59 days ago"), (60, "2 months ago"), (250, "8 months ago"),
     (729, "23 months ago"), (730, "2 years ago"), (5000, "13 years ago"), (-3, "on 25 November 2026")],
)  # fmt: skip
def test_an_age_tells_whether_to_lean_on_it(days: int, said: str) -> None:
    assert aged(NOW - timedelta(days=days), NOW) == said


@pytest.mark.parametrize(
    ("status", "made", "ends", "standing"),
    [
        ("active", 10, None, "stands"),
        ("current", 10, None, "stands"),
        ("active", 366, None, "due"),
        ("active", 365, None, "stands"),
        ("active", 10, -1, "ended"),
        ("active", 10, 1, "stands"),
        ("inactive", 10, None, "ended"),
        ("superseded", 10, None, "ended"),
        ("completed", 10, None, "ended"),
        ("", 10, None, "unknown"),
        ("draft", 10, None, "unknown"),
        ("on-hold", 800, None, "unknown"),
    ],
)
@pytest.mark.hazard(
    "HZ-S38-1",
    hazard="A crew acts on a do-not-resuscitate form that is no longer right.",
    control="Each decision is shown with its age, its source and whether it stands; an ended one is set apart; a contradiction is a warning.",
)
def test_a_decision_stands_only_when_its_source_says_so(
    status: str, made: int, ends: int | None, standing: str
) -> None:
    until = None if ends is None else NOW + timedelta(days=ends)
    found, words = standing_of(status, made_at=NOW - timedelta(days=made), ends=until, kind=KIND, at=NOW)
    assert found == standing and words.endswith(".")


def test_a_picture_has_its_highest_value_at_the_top_and_a_level_line_in_the_middle() -> None:
    (x1, y1), (x2, y2), (x3, y3) = spread([0, 50, 100], [1, 3, 2])
    assert x1 < x2 < x3 and y2 < y3 < y1
    assert spread([5], [7]) == [(80.0, 20.0)] and {y for _, y in spread([0, 1], [4, 4])} == {20.0}


def test_a_cursor_survives_an_address_and_anything_else_is_the_first_page() -> None:
    place = (NOW, UUID(int=7))
    assert cursor.read(cursor.written(place)) == place
    assert cursor.read(cursor.written(place).replace("+", " ")) == place
    for strange in ("", "_", "x_y", "2026-01-01_" + str(UUID(int=1)), "' or 1=1"):
        assert cursor.read(strange) is None


def test_values_and_ends_are_read_from_any_shape() -> None:
    blood = {
        "component": [
            {"valueQuantity": {"value": 120, "unit": "mmHg"}},
            {"valueQuantity": {"value": 80, "unit": "mmHg"}},
        ]
    }
    assert (
        value_of(blood) == "120 mmHg/80 mmHg" and value_of({"valueString": "clear"}) == "clear" and value_of({}) == ""
    )
    assert ends_at({"period": {"end": "2026"}}) == datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert ends_at({"period": {"end": "nonsense"}}) is None and ends_at({"period": []}) is None


def test_a_unit_is_said_as_a_ward_writes_it() -> None:
    assert [said_unit(each) for each in ("mm[Hg]", "Cel", "[degF]", "{score}", "ug", "")] == ["mmHg", "°C", "°F", "", "ug", ""]
    assert value_of({"valueQuantity": {"value": 133.0, "unit": "mm[Hg]"}}) == "133 mmHg"
