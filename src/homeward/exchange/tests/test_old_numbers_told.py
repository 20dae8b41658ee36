"""Is the owner of a number that grew old written to once, with a link to that number alone, and is it over when somebody reports?"""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import gate, system
from homeward.capacity.api import ask_about_old_numbers, line, report
from homeward.directory import api as directory
from homeward.exchange.api import Filters, outbox
from homeward.exchange.models import Outgoing
from homeward.exchange.rules.hiding import ASKED_AT
from homeward.referrals.tests.arranging import SERVICE, TEAM
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
OLD = timedelta(hours=30)


def grown_old(*, free: int = 3, team: str = TEAM) -> UUID:
    made = report(service_code=SERVICE, team_code=team, free=free, total=12, by=system("demo"), at=NOW - OLD)
    ask_about_old_numbers(NOW - timedelta(minutes=30))
    return made


def sent() -> list[Outgoing]:
    with gate.job("demo", by=system("demo"), at=NOW):
        return list(Outgoing.objects.filter(kind="capacity-nudge").order_by("recipient_name"))


def link_in(row: Outgoing) -> str:
    found = re.search(re.escape(ASKED_AT) + r"[^/\s]+/", row.words)
    assert found
    return found[0]


def free(made: UUID) -> int | None:
    found = line(made, at=NOW + timedelta(minutes=1))
    assert found is not None
    return found.free


def test_those_who_may_report_it_are_written_to_once_and_their_outbox_shows_it_without_the_secret() -> None:
    ruth = staff(role="community-nurse", teams=(TEAM,), name="Ruth Nurse")
    staff(role="community-nurse", teams=("ucr-south",), name="Another Team")
    grown_old()
    assert ask_about_old_numbers(NOW) == 0
    rows = sent()
    assert [(each.recipient_name, each.person_id, each.owner_team) for each in rows] == [("Ruth Nurse", None, TEAM)]
    assert "3 of 12 visits free" in rows[0].words and directory.service(SERVICE).title in rows[0].subject
    seen = outbox(Filters(show="waiting"), by=ruth, at=NOW).rows
    assert [each.title for each in seen] == [rows[0].subject]
    assert link_in(rows[0]) not in seen[0].words and "(their own link)" in seen[0].words
    lead = signed_in(staff(role="team-lead", teams=(TEAM,), name="Lena Lead"))
    assert "what the team has free" in lead.get("/exchange/?show=waiting").content.decode()
    page = lead.get(f"/exchange/{rows[0].id}/").content.decode()
    assert "to Ruth Nurse, about no person" in page and link_in(rows[0]) not in page
    others = signed_in(staff(role="team-lead", teams=("ucr-south",), name="Otto Other"))
    assert others.get(f"/exchange/{rows[0].id}/").status_code == 404


def test_one_press_says_that_it_is_still_right_as_the_holder_and_the_link_is_over() -> None:
    staff(role="community-nurse", teams=(TEAM,), name="Ruth Nurse")
    made = grown_old()
    link, stranger = link_in(sent()[0]), Client()
    for _ in range(2):  # a mail scanner looks at it first
        page = stranger.get(link).content.decode()
        assert "Is this still right?" in page and "3 of 12 visits free" in page
    done = stranger.post(link).content.decode()
    assert "Thank you" in done and "reported just now" in done
    found = line(made, at=datetime.now(UTC))
    assert found is not None and not found.stale and found.reported_by == "Ruth Nurse"
    again = stranger.get(link)
    assert again.status_code == 403 and "This link has ended" in again.content.decode()
    assert sent()[0].state == "stopped" and sent()[0].state_words == "The number was reported meanwhile."


def test_another_number_can_be_said_and_what_cannot_be_is_told() -> None:
    staff(role="community-nurse", teams=(TEAM,), name="Ruth Nurse")
    made = grown_old()
    link = link_in(sent()[0])
    wrong = Client().post(link, {"other": "1", "free": "99"})
    assert wrong.status_code == 422 and "at least what is free" in wrong.content.decode()
    wrong = Client().post(link, {"other": "1", "free": ""})
    assert wrong.status_code == 422 and "Enter 0 for none" in wrong.content.decode()
    assert "Thank you" in Client().post(link, {"other": "1", "free": "0"}).content.decode()
    assert free(made) == 0


@pytest.mark.hazard(
    "HZ-S12-17",
    hazard="A link in an old message lets whoever finds it change what a team is said to have free.",
    control="It opens one line for a day, shows nobody's name but its holder's, ends at the first report, and is refused in plain words after that.",
)
def test_a_link_ends_after_a_day_with_a_report_and_opens_nothing_else() -> None:
    staff(role="community-nurse", teams=(TEAM,), name="Ruth Nurse")
    report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=NOW - 3 * OLD)
    ask_about_old_numbers(NOW - OLD)
    late = Client().get(link_in(sent()[0]))
    assert late.status_code == 403 and "sign in and report it" in late.content.decode()
    assert Client().post(link_in(sent()[0])).status_code == 403
    assert Client().get(f"{ASKED_AT}no-such-token/").status_code == 403


def test_a_report_by_anybody_stops_what_was_not_sent_yet() -> None:
    ruth = staff(role="community-nurse", teams=(TEAM,), name="Ruth Nurse")
    grown_old()
    link = link_in(sent()[0])
    signed_in(ruth).post(f"/capacity/{sent()[0].about_id}/still-right/")
    assert sent()[0].state == "stopped" and Client().get(link).status_code == 403
