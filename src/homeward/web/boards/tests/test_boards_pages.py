"""Do boards open, say what they wait for, keep to whom they are shared with, and lead from a change to an action?"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.measures.api import (
    own_boards,
    raise_flag,
    refresh_lake,
)
from homeward.measures.vocabulary import JOB
from homeward.referrals.tests.arranging import HUB, received
from tests.plumbing.people_at_work import account_id, signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
TODAY = london_day(NOW)
MEASURE = "two-hour-response"
FORM = {"title": "Mine", "question": "Is it well?", f"p-{MEASURE}": "2", "p-discharge-delay": "1"}


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode()


def flag() -> UUID:
    return raise_flag(
        measure_code=MEASURE, variation="concern_low", rules="shift", sentence="The last 7 points are all below.",
        first_on=TODAY - timedelta(days=60), last_on=TODAY - timedelta(days=7), by=system(JOB), at=NOW - timedelta(hours=1),
    )  # fmt: skip


def test_every_declared_board_opens_before_and_after_the_first_count(joan: Client) -> None:
    listed = text(joan, "/numbers/boards/")
    for board in directory.place().dashboards.values():
        assert board.title in listed
        assert "have not been counted yet" in text(joan, f"/numbers/boards/{board.code}/")
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    for board in directory.place().dashboards.values():
        page = text(joan, f"/numbers/boards/{board.code}/")
        assert "As of" in page and "style=" not in page and page.count("<h1") == 1
    assert "no such board" in text(joan, "/numbers/boards/made-up/", 404)


def test_a_number_says_what_it_waits_for_and_an_area_narrows_it(joan: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    waiting = next(each for each in directory.place().measures.values() if each.expression is None)
    board = next(b for b in directory.place().dashboards.values() if waiting.code in {n.measure for n in b.numbers})
    assert "Waits for" in text(joan, f"/numbers/boards/{board.code}/")
    model = next(b for b in directory.place().dashboards.values() if len(b.by_area) > 1)
    for kind in model.by_area:
        area = next((each for each in directory.place().areas_of_kind(kind, on=TODAY) if each.named), None)
        if area is not None:
            page = text(joan, f"/numbers/boards/{model.code}/?area={area.code}&period=52")
            assert "with its boundaries since" in page
    for strange in ("?area=nowhere", "?period=forever", "?area=%27--"):
        text(joan, f"/numbers/boards/{model.code}/{strange}")


def test_feeds_are_told_late_or_never_heard(joan: Client) -> None:
    page = text(
        joan, f"/numbers/boards/{next(b.code for b in directory.place().dashboards.values() if not b.numbers)}/"
    )
    assert "Nothing heard" in page and "Not in 28 days" in page


def test_a_board_of_ones_own_is_made_changed_shared_and_taken_away(joan: Client, chair: Actor) -> None:
    wrong = joan.post("/numbers/boards/own/new/", {"title": "", f"p-{MEASURE}": "many"})
    assert wrong.status_code == 422 and "Give the board a title" in wrong.content.decode()
    none = joan.post("/numbers/boards/own/new/", {"title": "T"})
    assert none.status_code == 422 and "at least one number" in none.content.decode()
    made = joan.post("/numbers/boards/own/new/", FORM)
    address = made.headers["Location"]
    page = text(joan, address)
    assert page.index("discharge-delay/") < page.index(f"{MEASURE}/") and "Is it well?" in page
    assert "Mine" in text(joan, "/numbers/boards/")
    assert 'value="1"' in text(joan, f"{address}change/")
    oliver = staff(role="analyst", organisation="bsol-icb", name="Oliver Webb")
    other = signed_in(oliver)
    text(other, address, 404)
    shared = joan.post(f"{address}share/", {"with_whom": f"user:{account_id(oliver)}"}, follow=True)
    assert "Shared with Oliver Webb" in shared.content.decode()
    assert "From Joan Perks" in text(other, "/numbers/boards/") and "Change</a>" not in text(other, address)
    text(other, f"{address}change/", 403)
    assert "(copy)" in text(other, f"/numbers/boards/own/new/?from={own_boards(by=oliver)[0].id}")
    share = own_boards(by=chair)[0].shares.get()
    joan.post(f"{address}share/{share.id}/end/")
    text(other, address, 404)
    assert "Take ‘Mine’ away?" in text(joan, f"{address}delete/")
    joan.post(f"{address}delete/")
    text(joan, address, 404)
    assert "hw-number-tile" not in text(joan, "/numbers/boards/own/new/?from=early-intervention-results")


def test_from_a_change_to_an_action_that_is_done(joan: Client, chair: Actor) -> None:
    flag_id = flag()
    assert "Something changed" not in text(joan, "/numbers/boards/")  # nobody asked to be told yet
    joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "do": "follow", "next": "/numbers/boards/"})
    assert "Something changed" in text(joan, "/numbers/boards/")
    new = f"/numbers/{MEASURE}/actions/new/?flag={flag_id}"
    assert "all below" in text(joan, new)
    wrong = joan.post(new, {"what": "", "owner": "team:none", "due_on": "soon"})
    words = wrong.content.decode()
    assert wrong.status_code == 422 and "Say what is to be done" in words and "Choose who does it" in words
    joan.post(new, {"what": "Ring the team.", "owner": f"team:{HUB}", "due_on": f"{TODAY:%d/%m/%Y}"})
    page = text(joan, f"/numbers/{MEASURE}/actions/")
    assert "Ring the team." in page and "Seen by Joan Perks" in page and "Something changed" not in page
    board = next(b for b in directory.place().dashboards.values() if MEASURE in {n.measure for n in b.numbers})
    assert "Ring the team." in text(joan, f"/numbers/boards/{board.code}/")
    from homeward.measures.api import actions_about

    action = actions_about([MEASURE], by=chair, at=NOW)[0].row.id
    assert joan.post(f"/numbers/actions/{action}/note/", {"words": " "}).status_code == 422
    joan.post(f"/numbers/actions/{action}/note/", {"words": "Rang."})
    joan.post(f"/numbers/actions/{action}/done/", {"words": "Two more on late shift."})
    done = text(joan, f"/numbers/actions/{action}/")
    assert "Rang." in done and "Two more on late shift." in done and "Done" in done


def test_a_change_seen_twice_names_the_first_and_nobody_is_led_off_the_site(joan: Client) -> None:
    flag_id = flag()
    joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "do": "follow"})
    first = joan.post(f"/numbers/changes/{flag_id}/seen/", {"next": "https://elsewhere.example/"})
    assert first.headers["Location"] == "/numbers/boards/"
    again = joan.post(f"/numbers/changes/{flag_id}/seen/", {"next": "//elsewhere.example/"}, follow=True)
    assert "Joan Perks has already" in again.content.decode()
    joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "do": "unfollow"})
    joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "do": "unfollow"})


def test_strangers_and_roles_without_numbers_see_no_board() -> None:
    assert Client().get("/numbers/boards/").headers["Location"].startswith("/sign-in/")
    text(signed_in(staff(role="paramedic", teams=("wmas-crews",))), "/numbers/boards/", 403)


def test_where_things_stood_is_told_in_the_documents_own_words(joan: Client) -> None:
    """A document may have counted admissions where we count a share: its figure never gets our unit."""
    refresh_lake(at=NOW)
    for board in directory.place().dashboards.values():
        page = text(joan, f"/numbers/boards/{board.code}/")
        for one in board.numbers:
            stated = directory.place().measures[one.measure].baseline
            if stated is not None:
                assert f"Starting point: {stated.words} ({stated.period})" in page


def test_a_change_of_one_locality_leads_to_its_own_list_and_action(joan: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    about = f"/numbers/{MEASURE}/actions/"
    east = directory.place().areas["east"].name
    assert f'<option value="locality:east">{east} (locality)</option>' in text(joan, about)
    said = joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "part": "locality:east", "next": about})
    assert said.status_code == 302 and f"You are told when it changes for <strong>{east}" in text(joan, about)
    found = raise_flag(
        measure_code=MEASURE, variation="concern_low", rules="shift", sentence=f"{east}: The last 7 points are all below.",
        first_on=TODAY - timedelta(days=60), last_on=TODAY - timedelta(days=7), cut="locality", part="east", among=60,
        by=system(JOB), at=NOW - timedelta(hours=1),
    )  # fmt: skip
    page = text(joan, "/numbers/boards/")
    assert (
        f"{east}: The last 7 points" in page and "60 charts were looked at together" in page and "about 1 look" in page
    )
    narrowed = "cut=locality&amp;value=east"
    assert narrowed in page and narrowed in text(joan, f"{about}new/?flag={found}")
    people = text(joan, f"/numbers/{MEASURE}/people/?period=52&status=counted&cut=locality&value=east")
    assert "1 referral from" in people
    assert (
        joan.post("/numbers/follow/", {"kind": "measure", "code": MEASURE, "part": "locality:nowhere"}).status_code
        == 404
    )
