"""Is each locality watched by a chart of its own, told only to whoever follows it, and is it said how many alarms are chance?"""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london_day
from homeward.measures.actions.watch import note_change, watch_numbers
from homeward.measures.api import (
    Asked,
    SpcPoint,
    by_chance,
    flags_followed,
    flags_of,
    follow,
    followers_of,
    refresh_lake,
    spc,
    unfollow,
)
from homeward.measures.queries.charts_of_parts import charts_of_all_parts, charts_of_parts
from homeward.measures.queries.figure import counted
from homeward.measures.queries.lake import catalogue_now
from homeward.measures.rules.false_alarms import BY_CHANCE, expected_by_chance
from homeward.measures.tests.test_watching import AT, CALM, FIRST, MEASURE, chart
from homeward.measures.vocabulary import WATCHED
from homeward.referrals.tests.arranging import HUB, received
from tests.plumbing.people_at_work import staff

EAST = ("locality", "east")


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


@pytest.mark.hazard(
    "HZ-S72-6",
    hazard="One locality gets worse while the others get better: the number of the whole place shows nothing and nobody looks there.",
    control="Each locality and team has a chart of its own that is watched; its change names the part, and is told to whoever follows that part.",
)
@pytest.mark.django_db
def test_a_change_of_one_part_names_it_and_is_told_to_who_follows_it() -> None:
    joan = staff(role="hub-coordinator", teams=(HUB,), name="Joan Perks")
    oliver = staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")
    cut, part = EAST
    follow(kind="measure", code=MEASURE, cut=cut, part=part, by=joan, at=AT)
    follow(kind="measure", code=MEASURE, by=oliver, at=AT)
    worse = chart(*CALM, *CALM, 60, 59)
    assert note_change(MEASURE, worse, cut=cut, part=part, among=60, at=AT) is True
    assert note_change(MEASURE, worse, cut=cut, part=part, among=60, at=AT) is False
    (flag,) = flags_of([MEASURE], by=joan, at=AT)
    assert flag.sentence.startswith(f"{directory.place().areas['east'].name}: ") and (flag.cut, flag.part) == EAST
    assert [each.user_name for each in followers_of(MEASURE, cut=cut, part=part)] == ["Joan Perks"]
    assert [each.user_name for each in followers_of(MEASURE)] == ["Oliver Webb"]
    assert [each.id for each in flags_followed(by=joan, at=AT)] == [flag.id] and flags_followed(by=oliver, at=AT) == []
    assert note_change(MEASURE, worse, at=AT) is True, "the whole is a chart of its own"
    assert by_chance([flag]) == (60, expected_by_chance(60))
    unfollow(kind="measure", code=MEASURE, cut=cut, part=part, by=joan, at=AT)
    assert flags_followed(by=joan, at=AT) == []
    for kind, strange in (("measure", "made-up"), ("board", "east")):
        with pytest.raises(NotFound):
            follow(kind=kind, code=MEASURE, cut=cut, part=strange, by=joan, at=AT)


@pytest.mark.django_db
def test_the_parts_of_a_number_are_charted_as_the_number_itself() -> None:
    for weeks in range(1, 5):
        received(at=AT - timedelta(weeks=weeks, hours=3))
    refresh_lake(at=AT, everything=True)
    last = london_day(AT)
    asked = Asked(first=last - timedelta(weeks=10), last=last)
    parts = charts_of_parts(MEASURE, asked=asked, cut="locality")
    narrowed = counted(MEASURE, asked=Asked(first=asked.first, last=last, cut="locality", value="east")).spc
    assert narrowed is not None and set(parts) == {"east"}
    assert [each.value for each in parts["east"].points] == [each.value for each in narrowed.points]
    codes = sorted(catalogue_now().measures)
    together = charts_of_all_parts(codes, asked=asked, cuts=WATCHED)
    assert together[MEASURE, "locality"] == parts
    for (code, cut), charts in together.items():
        assert not charts or charts == charts_of_parts(code, asked=asked, cut=cut), (code, cut)
    assert watch_numbers(at=AT) == 0, "too few points to say anything"


def test_how_many_alarms_are_chance() -> None:
    """The declared share is what the house's own rules mark in series of chance alone."""
    dice = random.Random(20260303)
    drawn, alarms = 400, 0
    for _ in range(drawn):
        points = [SpcPoint(at=FIRST + timedelta(weeks=n), value=dice.gauss(50, 5)) for n in range(52)]
        last = spc(points, kind="xmr", direction="up", unit="%").last
        alarms += last is not None and last.special
    assert abs(alarms / drawn - BY_CHANCE) < 0.015
    assert expected_by_chance(0) == 0
