"""Is a ward's system heard once, whole, and is what it told wrongly kept with the reason?"""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid
from homeward.hospital.api import (
    COLUMNS,
    flow_board,
    open_stay,
    refused_rows,
    settle_row,
    stays_of,
    take_file,
    take_row,
    waiting_rows,
    who_may_be,
)
from homeward.hospital.models import Stay
from homeward.hospital.rules.news import Unreadable, from_encounter, from_row
from homeward.hospital.tests.arranging import days, hub, ward
from homeward.people.api import holder_of
from homeward.records.api import Received, take
from homeward.referrals.tests.arranging import MORNING, person

pytestmark = pytest.mark.django_db
FEED = system("demo")


def told(**words: str) -> dict[str, str]:
    """One row of a ward's file."""
    row = {
        "encounter_id": "E1", "nhs_number": "", "family": "Bay", "given": "Rose", "birth_date": "1939-02-01",
        "hospital": "RRK97", "ward": "Stroke and rehabilitation", "bed": "3", "admitted_at": "2026-03-02 08:30",
        "method": "emergency",
    }  # fmt: skip
    return {name: "" for name in COLUMNS} | row | words


def hear(at: datetime, /, *, by: Actor | None = None, **words: Any) -> str:
    return take_row(row=told(**words), line=2, source="pas", by=by or system("ward-feed"), at=at).outcome


def test_the_story_of_a_stay_told_as_whole_states_and_told_again() -> None:
    assert hear(MORNING) == "applied" and hear(MORNING) == "unchanged"
    assert (
        hear(days(1), ward="older-people-a", needs_hospital="no", needs_hospital_from="2026-03-03T07:00:00+00:00")
        == "applied"
    )
    row = flow_board(by=ward(), at=days(2)).rows[0]
    assert (row.name, row.ward, row.days_ready, row.looked_at_today) == ("Rose Bay", "Older people's ward A", 2, False)
    gone: dict[str, Any] = {"ward": "older-people-a", "left_at": "2026-03-05 16:00", "destination": "home"}
    assert hear(days(3), **gone) == "applied" and hear(days(4), **gone) == "unchanged"
    assert not flow_board(by=ward(), at=days(4)).rows


@pytest.mark.hazard(
    "HZ-S4-5",
    hazard="A row of a ward's file cannot be read, is dropped, and the person is on no board.",
    control="A refused row is kept as it was told, with what to mend, where the hospital's own team sees it; the others go on.",
)
def test_a_bad_row_costs_no_other_and_is_kept_with_what_to_mend() -> None:
    lines = [
        told(),
        told(encounter_id="E2", hospital="Elsewhere"),
        told(encounter_id="E3", birth_date="spring", admitted_at="soon"),
        told(encounter_id="E4", ward="Moon"),
    ]
    content = ",".join(COLUMNS) + "\n" + "\n".join(",".join(line[name] for name in COLUMNS) for line in lines)
    found = take_file(content=content.encode(), source="pas", by=ward(), at=MORNING)
    assert found.counts == {"applied": 1, "refused": 3}
    reasons = [each.reason for each in refused_rows(by=ward(), at=MORNING)]
    assert reasons == [
        "No hospital here is known as 'Elsewhere'.",
        "admitted_at is no day and time such as 2026-03-03 14:05. birth_date is no day such as 1941-03-31.",
        "Heartlands Hospital has no ward known as 'Moon'.",
    ]
    assert take_file(content=content.encode(), source="pas", by=ward(), at=days(1)).counts == {
        "unchanged": 1,
        "refused": 3,
    }
    assert len(refused_rows(by=ward(), at=days(1))) == 3 and not refused_rows(
        by=ward(team="flow-good-hope"), at=MORNING
    )


def test_a_file_that_is_none_is_refused_whole() -> None:
    for content, words in ((b"\xff\xfe\x00", "not UTF-8"), (b"a,b\n1,2\n", "columns are missing: encounter_id")):
        with pytest.raises(Invalid, match=words):
            take_file(content=content, source="pas", by=ward(), at=MORNING)


def test_a_ward_may_not_tell_of_another_hospital() -> None:
    assert hear(MORNING, by=ward(team="flow-good-hope")) == "refused"
    assert "Only the staff of Heartlands" in refused_rows(by=ward(team="flow-good-hope"), at=MORNING)[0].reason


@pytest.mark.hazard(
    "HZ-S4-7",
    hazard="A row of a ward's file without an NHS number makes a second person, and the admission reaches nobody at home.",
    control="A row about somebody very like a person here waits until a human has said whom it tells of; nobody is written down meanwhile.",
)
def test_a_row_about_somebody_very_like_a_person_here_waits_until_a_human_has_said_who_it_is() -> None:
    ivy = person()
    like: dict[str, Any] = {"family": "Cole", "given": "Ivy", "birth_date": "1941-05-06"}
    assert hear(days(1), by=ward(), **like) == "waiting" and hear(days(1), by=ward(), **like) == "waiting"
    assert hear(days(2), by=ward(), ward="older-people-a", **like) == "waiting"
    assert not flow_board(by=ward(), at=days(2)).rows and not refused_rows(by=ward(), at=days(2))
    assert not waiting_rows(by=ward(team="flow-good-hope"), at=days(2))
    row = waiting_rows(by=hub(), at=days(2))[0]
    assert [each.person_id for each in who_may_be(row, by=ward(), at=days(2))] == [ivy]
    stays = {settle_row(row_id=row.id, person_id=ivy, by=ward(), at=days(2)) for _ in range(2)}
    board = flow_board(by=ward(), at=days(2)).rows
    assert stays == {board[0].id} and len(board) == 1 and board[0].ward == "Older people's ward A"
    assert not waiting_rows(by=ward(), at=days(2))
    assert hear(days(3), by=ward(), bed="4", **like) == "applied"


def test_a_row_that_is_about_none_of_them_is_somebody_new() -> None:
    ivy = person()
    assert hear(MORNING, by=ward(), family="Cole", given="Ivy", birth_date="1941-05-06") == "waiting"
    row = waiting_rows(by=ward(), at=MORNING)[0]
    with pytest.raises(Invalid, match="not like"):
        settle_row(row_id=row.id, person_id=person(birth_date=date(1950, 1, 2)), by=ward(), at=MORNING)
    settle_row(row_id=row.id, person_id=None, by=ward(), at=MORNING)
    with gate.job("demo", by=FEED, at=MORNING):
        assert Stay.objects.get().person_id != ivy


def test_the_nhs_number_of_a_row_is_kept_for_whoever_was_chosen_without_one() -> None:
    ivy = person()
    like: dict[str, Any] = {"family": "Cole", "given": "Ivy", "birth_date": "1941-05-06", "nhs_number": "9990000018"}
    assert hear(MORNING, by=ward(), **like) == "waiting"
    settle_row(row_id=waiting_rows(by=ward(), at=MORNING)[0].id, person_id=ivy, by=ward(), at=MORNING)
    with gate.job("demo", by=FEED, at=MORNING):
        holder = holder_of("9990000018")
    assert holder is not None and holder.id == ivy
    assert hear(days(9), by=ward(), encounter_id="E2", left_at="2026-03-05 16:00", destination="home", **like) == "refused"


@pytest.mark.parametrize("told", [{"given": "Rose"}, {"birth_date": "1939-02-01"}, {"family": "Okafor"}])
def test_a_namesake_a_twin_and_somebody_born_the_same_day_do_not_wait(told: dict[str, str]) -> None:
    person()
    like = {"family": "Cole", "given": "Ivy", "birth_date": "1941-05-06"}
    assert hear(MORNING, by=ward(), **like | told) == "applied"


def encounter(**changed: Any) -> dict[str, Any]:
    return {
        "resourceType": "Encounter", "id": "enc-1", "status": "in-progress", "class": {"code": "IMP"},
        "period": {"start": "2026-03-02T09:00:00+00:00"}, "serviceProvider": {"display": "Heartlands Hospital"},
        "location": [{"location": {"display": "Cardiology"}, "status": "active"}],
    } | changed  # fmt: skip


def test_an_encounter_from_a_partner_is_a_stay_and_its_end_ends_it() -> None:
    person_id = person()
    for version in (encounter(), encounter(language="en"), encounter(
        status="finished", period={"start": "2026-03-02T09:00:00+00:00", "end": "2026-03-03T09:00:00+00:00"},
        hospitalization={"dischargeDisposition": {"coding": [{"code": "home"}]}},
    )):  # fmt: skip
        take(
            person_id=person_id,
            resources=[Received(kind="Encounter", text=json.dumps(version))],
            source="ward-system",
            by=FEED,
            at=MORNING,
        )
        with gate.person(person_id, by=FEED, at=MORNING, why="looking"):
            now = open_stay(person_id, at=MORNING)
            assert (now is None) == (version["status"] == "finished")
            assert len(stays_of(person_id, at=MORNING)) == 1
    elsewhere = encounter(id="enc-2", serviceProvider={"display": "General Hospital, Boston"})
    take(
        person_id=person_id,
        resources=[Received(kind="Encounter", text=json.dumps(elsewhere))],
        source="ward-system",
        by=FEED,
        at=days(1),
    )
    assert "General Hospital, Boston" in refused_rows(by=hub(), at=days(1))[0].reason


@pytest.mark.parametrize(
    ("changed", "is_stay"),
    [
        ({}, True),
        ({"class": {"code": "AMB"}}, False),
        ({"status": "planned"}, False),
        ({"status": "entered-in-error"}, False),
        ({"class": {"code": "ACUTE"}}, True),
    ],
)
def test_only_an_inpatient_who_came_is_a_stay(changed: dict[str, Any], is_stay: bool) -> None:
    assert (from_encounter(encounter(**changed)) is not None) == is_stay


def test_a_time_without_a_zone_is_a_time_in_london() -> None:
    row = from_row(told(admitted_at="2026-07-01 09:00"))
    assert row.admitted_at == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    with pytest.raises(Unreadable, match="period.start is missing"):
        from_encounter(encounter(period={}))
    with pytest.raises(Unreadable, match="destination is empty"):
        from_row(told(left_at="2026-07-01 09:00"))
