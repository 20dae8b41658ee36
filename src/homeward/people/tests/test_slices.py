"""Are changes matched in bounded slices that a killed job goes on with, nobody left out, and nobody made to wait for a great load?"""

from datetime import date, datetime, timedelta
from unittest.mock import patch
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import gate
from homeward.people.actions import match_changed as module
from homeward.people.actions.look_for_doubles import look_for_doubles
from homeward.people.actions.note_pairs import JOB
from homeward.people.models import MatchPair, MatchRun, Person, Walk
from homeward.people.tests.test_matching import LATER, make, number

pytestmark = pytest.mark.django_db
FOREVER = 10_000


class Killed(Exception):
    """The process died here."""


def look(**more: object) -> MatchRun | None:
    return look_for_doubles(at=LATER + timedelta(hours=2), **more)  # type: ignore[arg-type]  # what is given is right


def pairs() -> set[tuple[object, object, str]]:
    with gate.job(JOB, at=LATER):
        return set(MatchPair.objects.values_list("person_id", "other_id", "state"))


def changed(at: datetime, *ids: UUID) -> None:
    """Let these people (all, when none are named) have been changed at that moment."""
    with gate.job(JOB, at=LATER):
        people = Person.objects.filter(id__in=ids) if ids else Person.objects.all()
        people.update(changed_at=at)


def forget() -> None:
    """Nobody was ever looked at."""
    with gate.job(JOB, at=LATER):
        MatchPair.objects.all().delete()
    Walk.objects.all().delete()
    MatchRun.objects.all().delete()


@pytest.mark.hazard(
    "HZ-S37-20",
    hazard="A great load of people keeps the machine busy for hours, or the look for doubles is stopped half way and some are never looked at.",
    control="The look goes in slices, each committed with its mark; a job spends a third of its minute; a killed one is gone on with; "
    "the latest changes are met first.",
)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 5), dies=st.lists(st.integers(0, 5), max_size=4))
def test_killed_anywhere_and_gone_on_with_it_ends_as_if_never_killed(size: int, dies: list[int]) -> None:
    forget()
    with gate.job(JOB, at=LATER):
        known = Person.objects.count()
    if not known:
        make(nhs_number=number(1))
        for day in (3, 4, 5, 3, 12):
            make(birth_date=date(1941, 5, day))
    with patch.object(module, "SLICE", size):
        for stop in dies:
            with pytest.raises(Killed), patch.object(module, "match_new", _dies_after(stop)):
                look()
                raise Killed
        for _ in range(20):
            if look(most=max(size, 1)) is None:
                break
    sliced = pairs()
    forget()
    look(everyone=True)
    assert sliced == pairs() and sliced


def _dies_after(slices: int) -> object:
    real, done = module.match_new, [0]

    def match(**asked: object) -> int:
        if done[0] == slices:
            raise Killed
        done[0] += 1
        return real(**asked)  # type: ignore[arg-type]  # passed on as it came

    return match


def test_a_job_is_bounded_by_number_and_by_its_clock() -> None:
    for _ in range(7):
        make()
    with patch.object(module, "SLICE", 2):
        first = look(most=4)
        assert first is not None and first.people == 4
        second = look(most=FOREVER, enough=lambda: True)
        assert second is not None and second.people == 2
        third = look()
        assert third is not None and third.people == 1
    assert look() is None


def test_whoever_comes_while_a_great_load_waits_is_met_in_the_same_minute() -> None:
    make(nhs_number=number(1))
    for _ in range(6):
        make(family="Price", given="Tom", postcode="B1 1AA")
    changed(LATER)
    now = LATER + timedelta(hours=2)
    latest = make()
    changed(now, latest.id)
    with patch.object(module, "SLICE", 1):
        look(most=1)
    assert any(latest.id in (one, other) for one, other, _ in pairs())


def test_a_change_that_was_committed_late_is_met_when_it_has_settled() -> None:
    make(nhs_number=number(1))
    look()
    slow = make()
    changed(LATER - timedelta(minutes=30), slow.id)
    look_for_doubles(at=LATER + timedelta(hours=4))
    assert any(slow.id in (one, other) for one, other, _ in pairs())


def test_the_next_slice_is_found_by_its_index() -> None:
    make()
    with connection.cursor() as cursor:
        cursor.execute(
            "set local enable_seqscan = off; set local enable_bitmapscan = off"
        )  # what a great table leads to
        cursor.execute(f"explain {module._NEXT}", [LATER, module.LAST_ID, LATER, 10])
        plan = " ".join(row[0] for row in cursor.fetchall())
    assert "people_person_changed_id" in plan and "Sort" not in plan, plan
