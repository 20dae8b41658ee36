"""Is a clock that no longer says what the event log says found at night, mended, and told to whoever runs the house?"""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import gate, system
from homeward.episodes.jobs import check_clocks
from homeward.episodes.models import Clock
from homeward.episodes.vocabulary import RUNNING
from homeward.foundation import events
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
NIGHT = datetime(2026, 3, 4, 3, 41, tzinfo=UTC)
TWO_HOURS = "two-hour-response"


@pytest.mark.hazard(
    "HZ-S10-13",
    hazard="A fault leaves a clock saying something else than what happened, and nobody finds out.",
    control="Every night each clock that runs is read again from the event log; one that differs is mended and reported.",
)
def test_a_wrong_clock_is_mended_and_told(caplog: pytest.LogCaptureFixture) -> None:
    need, person = new_id(), new_id()
    with gate.person(person, by=system("demo"), at=NOON, why="testing"):
        events.append(
            events.NewEvent(
                kind="referral.receive", at=NOON, person_id=person, subject_kind="referral", subject_id=need,
                actor_id=None, actor_name="Asha Patel", actor_kind="staff", organisation="o", role="r",
                purpose="direct care", facts={"clocks": [TWO_HOURS]},
            )
        )  # fmt: skip
    assert check_clocks(NIGHT) == 0
    with gate.job("clocks", by=system("clocks"), at=NIGHT):
        Clock.objects.filter(subject_id=need).update(due_at=NOON + timedelta(hours=9))
    with caplog.at_level(logging.ERROR):
        assert check_clocks(NIGHT) == 1
    assert f"need {need} did not agree" in caplog.text and "due_at" in caplog.text
    with gate.job("clocks", by=system("clocks"), at=NIGHT):
        clock = Clock.objects.get(subject_id=need)
    assert (clock.due_at, clock.phase) == (NOON + timedelta(hours=2), RUNNING)
    assert check_clocks(NIGHT) == 0
