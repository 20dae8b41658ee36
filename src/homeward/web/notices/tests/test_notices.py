"""Does a death or a move stand where the team looks first, until one of them has read it, and in the record for good?"""

from datetime import date

import pytest

from homeward.people.api import die, move
from homeward.referrals.api import ServiceRequest
from homeward.referrals.tests.arranging import accepted, after, coordinator, gp, lead, person, placed, received, triaged
from homeward.referrals.tests.test_cascades import west_ward
from homeward.web.hub.tests.at_work import browser, ten_past, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]


def died() -> ServiceRequest:
    """A person in the care of the east's team, with a second need waiting, dies."""
    someone = person()
    need = accepted(placed(triaged(received(person_id=someone))))
    received(person_id=someone)
    die(
        person_id=someone,
        source="practice",
        died_at=after(5),
        by=coordinator(team="hub-west", name="Wes Till"),
        at=after(6),
    )
    return need


@pytest.mark.hazard(
    "HZ-S22-4",
    hazard="A team is told of a death in a place where it does not look.",
    control="The notice stands above everything on the team's first page and on the hub's board until one of them says it was seen.",
)
def test_a_death_stands_first_and_goes_when_seen_and_stays_in_the_record() -> None:
    need = died()
    hub, team = browser(coordinator()), browser(lead())
    for client, address in ((hub, "/hub/"), (hub, "/work/"), (team, "/"), (team, "/notices/")):
        page = text(client.get(address))
        assert page.index("Ivy Cole") < page.index("Has died") < page.index("Do not ring or visit about this.")
        assert "Told today at 10:06am" in page
    address = text(team.get("/")).split('action="/notices/')[1].split('"')[0]
    back = team.post(f"/notices/{address}", {"from": "hub"})
    assert back["Location"] == "/hub/"
    page = text(team.get("/"))
    assert "Marked as seen by your team" in page and "Do not ring or visit" not in page
    assert "Do not ring or visit" in text(hub.get("/hub/"))  # another team has yet to read it
    assert "Your team has seen every notice" in text(team.get("/notices/"))
    record = text(hub.get(f"/people/{need.person_id}/"))
    assert "What teams were told" in record and "seen by Chloe Ward" in record and "not seen yet" in record
    assert "A colleague has seen that notice already." in text(team.post(f"/notices/{address}", follow=True))


def test_two_needs_of_one_person_are_one_piece_of_news() -> None:
    died()
    page = text(browser().get("/hub/"))
    assert page.count("Do not ring or visit") == 1 and "This is about 2 referrals." in page


def test_a_move_says_who_has_it_now_and_what_to_do() -> None:
    need = accepted(placed(triaged()))
    move(person_id=need.person_id, since=date(2026, 3, 3), ward_code=west_ward(), by=coordinator(), at=after(5))
    page = text(browser(lead()).get("/"))
    assert (
        "Has moved home" in page and "West locality hub is their hub now" in page and f'href="/hub/{need.id}/"' in page
    )
    assert "Has moved home" in text(browser(coordinator(team="hub-west")).get("/hub/rows/"))


def test_nobody_else_is_told_or_puts_it_away() -> None:
    died()
    elsewhere = browser(lead(team="ucr-west"))
    assert "Has died" not in text(elsewhere.get("/"))
    mine = text(browser(lead()).get("/")).split('action="/notices/')[1].split('"')[0]
    assert "seen that notice already" in text(elsewhere.post(f"/notices/{mine}", follow=True))
    assert "Do not ring or visit" in text(browser(lead()).get("/"))


def test_no_more_than_three_stand_on_a_first_page() -> None:
    for name in ("Ann", "Bea", "Cat", "Dot", "Eve"):
        someone = person(given=name)
        received(person_id=someone)
        die(person_id=someone, source="practice", died_at=after(5), by=coordinator(), at=after(6))
    client = browser()
    page = text(client.get("/hub/"))
    assert page.count("Do not ring or visit") == 3 and "2 more notices" in page
    assert text(client.get("/notices/")).count("Do not ring or visit") == 5


def test_whoever_referred_is_told_on_their_own_first_page() -> None:
    by = gp()
    someone = person()
    received(by=by, person_id=someone)
    die(person_id=someone, source="family", died_at=after(5), by=coordinator(), at=after(6))
    page = text(browser(by).get("/", follow=True))
    assert "Please read first" in page and "Ivy Cole" in page and f'href="/people/{someone}/"' not in page
    address = page.split('action="/notices/')[1].split('"')[0]
    assert browser(by).post(f"/notices/{address}", {"from": "track"})["Location"] == "/track/"
