"""Does the board show who is waiting and what is next, to those who may see it and to nobody else?"""

import csv
import io

import pytest

from homeward.monitoring.api import admit
from homeward.monitoring.tests.arranging import WARD, WARD_TEAM, places, ward_nurse, yes
from homeward.people.api import PersonDetails, register
from homeward.referrals.api import look, row
from homeward.referrals.tests.arranging import (
    MORNING,
    accepted,
    after,
    clinician,
    coordinator,
    gp,
    lead,
    placed,
    received,
)
from homeward.web.hub.board.csv_file import written
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def test_a_new_need_is_on_the_board_with_its_clock_and_what_is_next() -> None:
    need = received()
    page = text(browser().get("/hub/"))
    for words in ("Who is waiting", "Ivy Cole", "84 years", "A fall", "Within 2 hours", "New", "10 minutes left"):
        assert words in page
    assert f'href="/hub/{need.id}/triage/"' in page and "Wants: To stay at home" in page
    assert "Runs out first" in page and "As of 10:10am" in page and ">Refresh<" in page


def test_the_team_it_was_offered_to_is_asked_to_accept_and_the_hub_only_to_look() -> None:
    need = placed()
    assert "/accept/" in text(browser(lead()).get("/hub/"))
    assert f'/hub/{need.id}/accept/"' not in text(browser().get("/hub/"))


def test_other_hubs_see_nothing_of_it_and_are_told_that_nobody_waits() -> None:
    received()
    page = text(browser(coordinator(team="hub-south")).get("/hub/"))
    assert "Ivy Cole" not in page and "Nobody is waiting" in page


def test_filters_live_in_the_address_and_nonsense_counts_as_nothing() -> None:
    received()
    client = browser()
    assert "Ivy Cole" in text(client.get("/hub/?state=received&urgency=two-hours&q=cole"))
    assert "Nothing fits these filters" in text(client.get("/hub/?state=triaged"))
    assert "Nothing fits these filters" in text(client.get("/hub/?late=1"))
    assert "Ivy Cole" in text(client.get("/hub/?state=nonsense&urgency=%00&team=x&page=0&page=-1&scope=all"))
    assert text(client.get("/hub/?q=%27%20or%201=1%20--")).count("data-row=") == 0


def test_only_the_rows_asked_for_are_fetched_and_others_names_are_shown() -> None:
    one, other = received(), received()
    look(one.id, by=clinician(), at=after(10))
    answer = browser().get(f"/hub/rows/?ids={one.id}", headers={"X-Fragment": "1"})
    page = text(answer)
    assert f'data-row="{one.id}"' in page and f'data-row="{other.id}"' not in page
    assert "Ben Osei is looking" in page and "<html" not in page and answer["Cache-Control"] == "no-store"


def test_a_gp_may_not_see_the_board_and_a_stranger_signs_in_first(client: object) -> None:
    refused = browser(gp()).get("/hub/")
    assert refused.status_code == 403 and "Your role does not open this page" in text(refused)
    fragment = browser(gp()).get("/hub/rows/", headers={"X-Fragment": "1"})
    assert fragment.status_code == 403 and "<html" not in text(fragment)
    stranger = client.get("/hub/")  # type: ignore[attr-defined]  # Django's test client
    assert stranger.status_code == 302 and stranger["Location"] == "/sign-in/?next=/hub/"


def test_the_file_has_the_same_rows_and_no_formula() -> None:
    received()
    answer = browser().get("/hub/list.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["Name"] for row in rows] == ["Ivy Cole"] and rows[0]["Received"] == "2026-03-03 10:00"
    assert answer["Content-Disposition"] == 'attachment; filename="hub.csv"'


def test_a_name_that_looks_like_a_formula_is_only_a_name() -> None:
    by = coordinator()
    who = register(details=PersonDetails(family="=1+1"), by=by, at=MORNING).id
    need = received(person_id=who)
    shown = row(need.id, by=coordinator(team=need.hub_team_id), at=after(1))
    assert shown is not None and "'=1+1" in written([shown])


def test_whoever_a_ward_said_yes_to_is_said_not_to_be_on_it_until_they_have_joined() -> None:
    assert "Not on the ward yet" not in text(browser().get("/hub/"))
    need = accepted(placed(service=WARD, team=WARD_TEAM), by=ward_nurse(), at=after(5))
    assert "Not on the ward yet" in text(browser().get("/hub/"))
    page = text(browser().get(f"/hub/{need.id}/"))
    assert "has said yes, and they have not joined" in page
    assert f'href="/virtual-wards/join/{need.id}/"' in text(browser(ward_nurse()).get(f"/hub/{need.id}/"))
    places(at=after(6))
    admit(
        person_id=need.person_id, referral_id=need.id, service_code=WARD, team_code=WARD_TEAM, checks=yes(),
        senior_name="Dr Amara Nwosu", by=ward_nurse(), at=after(8),
    )  # fmt: skip
    for address in ("/hub/", f"/hub/{need.id}/"):
        assert "Not on the ward yet" not in text(browser().get(address))
