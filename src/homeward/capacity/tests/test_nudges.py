"""Is the owner of a number that grew too old asked once, and does one answer end it?"""

from datetime import UTC, datetime, timedelta

import pytest

from homeward.access.api import system
from homeward.capacity.api import ask_about_old_numbers, confirm, nudges, report
from homeward.capacity.models import Nudge
from homeward.directory import api as directory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
DEMO = system("demo")


@pytest.mark.hazard(
    "HZ-S12-40",
    hazard="A number on the ledger goes on ageing because nobody whose it is knows that anybody looks at it.",
    control="Past its shelf-life its team is asked on its first page, once, until it answers 'still right' or gives a new number.",
)
def test_the_owner_is_asked_once_until_they_answer() -> None:
    service = next(each for each in directory.place().services.values() if each.capacity_kind == "beds")
    team = service.providers[0].team
    line = report(service_code=service.code, team_code=team, free=1, total=3, by=DEMO, at=AT)
    assert ask_about_old_numbers(AT + timedelta(hours=service.capacity_shelf_life_hours)) == 0
    late = AT + timedelta(hours=service.capacity_shelf_life_hours, minutes=1)
    assert (ask_about_old_numbers(late), ask_about_old_numbers(late)) == (1, 0)
    (asked,) = nudges(teams=(team,), at=late)
    assert (asked.offer.line_id, asked.offer.stale) == (line, True)
    assert nudges(teams=("nobody",), at=late) == []
    confirm(line_id=line, by=DEMO, at=late + timedelta(minutes=2))
    assert nudges(teams=(team,), at=late) == []
    answered = Nudge.objects.get()
    assert (answered.still_right, answered.answered_by) == (True, "Homeward")
