"""Does a team see who looked at its people, and what its own members opened, and nobody else's?"""

import pytest

from homeward.access.api import gate
from homeward.referrals.tests.arranging import after, coordinator, lead, placed, triaged
from homeward.web.hub.tests.at_work import browser, ten_past, text
from tests.plumbing.people_at_work import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def test_the_team_sees_who_looked_at_its_person() -> None:
    need = placed(triaged())
    browser(coordinator()).get(f"/hub/{need.id}/")
    team = browser(lead())
    record = text(team.get(f"/people/{need.person_id}/"))
    assert "Who looked" in record and f'href="/people/{need.person_id}/looked/"' in record
    page = text(team.get(f"/people/{need.person_id}/looked/"))
    assert (
        "Asha Patel, hub coordinator" in page and "for: referral" in page and "Ivy Cole can see this list too" in page
    )
    assert page.count("for: who looked") <= 1  # the record was opened once for the page, not once more for the list


def test_a_stranger_to_the_person_and_a_role_without_the_right_see_nothing() -> None:
    need = placed(triaged())
    address = f"/people/{need.person_id}/looked/"
    assert browser(lead(team="ucr-west")).get(address).status_code == 403
    assert browser(staff(role="community-nurse", teams=("ucr-east",))).get(address).status_code == 403


def test_a_team_reads_what_it_opened_itself_with_names_only_of_its_people() -> None:
    need = placed(triaged())
    browser(lead()).get(f"/people/{need.person_id}/")
    team = browser(lead(name="Dee Lead"))
    page = text(team.get("/audit/team/"))
    assert "Chloe Ward, team lead" in page and "Ivy Cole" in page and "Asha Patel" not in page
    assert "Nothing fits these filters" in text(team.get("/audit/team/?name=nobody"))
    wrong = team.get("/audit/team/?since=soon")
    assert "Enter the first day" in text(wrong) and wrong.status_code == 422
    assert team.get("/audit/team/?page=9999999999999999999999").status_code == 200
    assert team.get("/audit/").status_code == 403


def test_what_one_person_opened_within_a_minute_stands_in_one_line() -> None:
    need = placed(triaged())
    browser(lead()).get(f"/people/{need.person_id}/")
    browser(lead(name="Dee Lead")).get(f"/people/{need.person_id}/")
    eve = lead(name="Eve Lead")
    with gate.person(need.person_id, by=eve, at=after(3), why="one thing"):
        pass
    for why in ("another", "one thing", "one thing"):
        with gate.person(need.person_id, by=eve, at=after(4), why=why):
            pass
    rows = text(browser(lead(name="Fay Lead")).get("/audit/team/")).split("<tr")[2:]
    assert len([row for row in rows if "Eve Lead" in row]) == 2, "what was opened in another minute has its own line"
    assert any("one thing (2 times), another" in row or "another, one thing (2 times)" in row for row in rows)
    assert all(not ("Chloe Ward" in row and "Dee Lead" in row) for row in rows)
