"""Are the pages of care honest: errors with links, nobody else's verbs, nothing that leads nowhere?"""

import pytest

from homeward.foundation.actions import Actor
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import OTHER_TEAM, TEAM, accepted, coordinator, placed, received
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def nurse(team: str = TEAM) -> Actor:
    return staff(role="community-nurse", teams=(team,), name="Nia Brooks")


@pytest.fixture
def need() -> ServiceRequest:
    return accepted(placed())


@pytest.mark.parametrize(
    ("page", "typed", "fields"),
    [
        ("visit", {"day": "2026-03-04", "way": "in_person", "time": "noonish"}, ("time", "purpose")),
        ("visit", {"day": "2026-03-03", "way": "in_person", "time": "9am", "purpose": "Look"}, ("time",)),
        ("close", {"outcome": "at-home"}, ("words",)),
        ("close", {"words": "Rang"}, ("outcome",)),
        ("task", {"due": "2"}, ("title",)),
    ],
)
def test_every_error_is_listed_with_a_link_to_its_field(
    need: ServiceRequest, page: str, typed: dict[str, str], fields: tuple[str, ...]
) -> None:
    answer = browser(nurse()).post(f"/care/{need.id}/{page}/", typed)
    assert answer.status_code == 422 and "<title>Error:" in text(answer)
    assert [field for field in fields if f'href="#f-{field}"' not in text(answer)] == []


def test_the_page_before_anybody_was_seen_leads_to_the_visit_and_to_every_way_on(need: ServiceRequest) -> None:
    page = text(browser(nurse()).get(f"/care/{need.id}/"))
    for words in (
        "First visit is planned.",
        "Open the visit",
        "Plan another visit",
        "Add a task",
        "Close with how it ended",
    ):
        assert words in page
    assert "Move the care on" not in page  # its only steps are taken by a visit
    assert "Ask, hand back or refer on" in page and f'href="/hub/{need.id}/"' in page


def test_a_visit_that_was_missed_leads_to_another(need: ServiceRequest) -> None:
    client = browser(nurse())
    visit = text(client.get(f"/care/{need.id}/")).split('href="/visits/')[1].split("/")[0]
    client.post(f"/visits/{visit}/not-seen/", {"reason": "no-answer", "again": "none"})
    page = text(client.get(f"/care/{need.id}/"))
    assert "Nobody has been seen yet and no visit is planned." in page and "Find out what happened" in page
    page = text(
        client.post(f"/care/{need.id}/visit/", {"day": "soon", "way": "in_person", "purpose": "Try again"}, follow=True)
    )
    assert "Try again is planned." in page and "Find out what happened" not in page


def test_a_task_done_from_the_care_leads_back_to_it(need: ServiceRequest) -> None:
    client = browser(nurse())
    page = text(client.get(f"/care/{need.id}/"))
    task = page.split('action="/work/tasks/')[1].split("/")[0]
    answer = client.post(f"/work/tasks/{task}/done/", {"need": str(need.id)})
    assert answer.headers["Location"] == f"/care/{need.id}/"


def test_the_hub_reads_it_and_does_what_its_role_may(need: ServiceRequest) -> None:
    client = browser(coordinator())
    page = text(client.get(f"/care/{need.id}/"))
    assert "Close with how it ended" in page and "Plan another visit" not in page
    assert client.get(f"/care/{need.id}/visit/").status_code == 403
    assert f'href="/care/{need.id}/"' in text(client.get(f"/hub/{need.id}/"))


def test_a_stranger_reads_nothing_and_a_need_without_care_says_so(need: ServiceRequest) -> None:
    assert browser(nurse(OTHER_TEAM)).get(f"/care/{need.id}/").status_code == 403
    waiting = received()
    answer = browser(coordinator()).get(f"/care/{waiting.id}/")
    assert answer.status_code == 404 and "No team has begun to help" in text(answer)


def test_what_is_not_filled_in_is_said_before_the_care_is_closed(need: ServiceRequest) -> None:
    page = text(browser(nurse()).get(f"/care/{need.id}/close/"))
    assert "Not filled in yet:" in page
    assert f'href="/people/{need.person_id}/forms/first-visit/">First visit</a>' in page
