"""Does the board show supply beside unmet need, its age, take 'still right' with one click, and refuse what cannot be?"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from homeward.access.api import system
from homeward.capacity.api import ask_about_old_numbers, count_unmet, report
from homeward.directory import api as directory
from homeward.foundation.ids import new_id
from homeward.referrals.tests.arranging import SERVICE, TEAM
from tests.plumbing.people_at_work import signed_in, staff
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse() -> Client:
    return signed_in(staff(role="community-nurse", teams=(TEAM,)))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_an_old_number_says_so_and_one_click_makes_it_new(nurse: Client) -> None:
    report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=began() - timedelta(hours=5))
    page = text(nurse, f"/capacity/?service={SERVICE}")
    assert re.search(r"Old: reported 5 hours.* ago, older than its 2-hour shelf-life", page)
    line = re.search(r"/capacity/([0-9a-f-]+)/still-right/", page)
    assert line is not None
    assert "as of now" in nurse.post(f"/capacity/{line[1]}/still-right/", follow=True).content.decode()
    page = text(nurse, f"/capacity/?service={SERVICE}&show=mine")
    assert "reported just now" in page and "Old:" not in page


def test_the_owner_is_asked_on_their_first_page_and_answers_there(nurse: Client) -> None:
    line = report(
        service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=began() - timedelta(hours=5)
    )
    assert "Is this still right?" not in text(nurse, "/work/")
    ask_about_old_numbers(began())
    page = text(nurse, "/work/")
    assert "Is this still right?" in page and "3 of 12 visits free" in page
    answer = nurse.post(f"/capacity/{line}/still-right/", {"from": "my_work"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/work/"
    assert "Is this still right?" not in text(nurse, "/work/")


def test_first_stands_how_much_waits_and_is_old_with_the_way_to_it(nurse: Client) -> None:
    for skill in ("", "catheter"):
        report(
            service_code=SERVICE, team_code=TEAM, skill=skill, free=0, total=4, by=system("demo"), at=began() - timedelta(hours=5)
        )  # fmt: skip
    count_unmet(service_code=SERVICE, team_code=TEAM, need_code="fall", subject_id=new_id(), at=began() - timedelta(hours=1))
    page = text(nurse, f"/capacity/?service={SERVICE}")
    first = page.partition('aria-label="Teams to look at first"')[2].partition("</nav>")[0]
    assert page.index("Teams to look at first") < page.index("Supply and unmet need")
    for words in ("<strong>1</strong> need waits for room", "<strong>2</strong> numbers of my teams"):
        assert words in first, words
    rows = {each: text(nurse, f"/capacity/{each.replace('&amp;', '&')}").count('id="row-') for each in re.findall(r'href="(\?[^"]+)#teams"', first)}
    told = [int(each) for each in re.findall(r"<strong>(\d+)</strong>", first)]
    assert list(rows.values())[1:] == told[1:] and list(rows.values())[0] == 2, "one need waits for both lines of its team"
    live = nurse.get("/capacity/rows/", {"service": SERVICE}).content.decode()
    assert first in live, "and it is told anew with the rows"


def test_unmet_need_stands_beside_supply(nurse: Client) -> None:
    count_unmet(
        service_code=SERVICE, team_code=TEAM, need_code="fall", subject_id=new_id(), at=began() - timedelta(hours=1)
    )
    page = text(nurse, "/capacity/?show=unmet")
    assert "1 need waits" in page and directory.team(TEAM).name in page
    assert "Never reported" in page


def test_the_board_adds_up_by_locality_and_kind(nurse: Client) -> None:
    report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=began())
    page = text(nurse, "/capacity/")
    assert re.search(r'kind=visits&amp;locality=east"><strong>3</strong> free', page)
    rows = re.findall(r'data-row="([^"]+)"', text(nurse, "/capacity/?kind=voluntary"))
    assert rows and all(directory.team(row.split(".")[1]).kind == "voluntary" for row in rows)
    assert directory.team(TEAM).name not in text(nurse, "/capacity/?locality=north").split('id="board-rows"')[1]
    assert "recovery beds" in text(nurse, "/capacity/?pathway=p2").split('id="board-rows"')[1]
    assert "Nothing matches" in text(nurse, "/capacity/?locality=moon")


def test_a_live_page_fetches_only_what_changed(nurse: Client) -> None:
    line = report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=began())
    page = text(nurse, f"/capacity/rows/?ids={line}")
    assert re.findall(r'data-row="([^"]+)"', page) == [str(line)]
    assert 'id="board-counts"' in page and "<html" not in page


def test_a_report_is_checked_and_kept(nurse: Client) -> None:
    typed = {"line": f"{SERVICE}|{TEAM}", "free": "9", "total": "4"}
    wrong = nurse.post("/capacity/report/", typed)
    assert wrong.status_code == 422 and "at least what is free" in wrong.content.decode()
    assert nurse.post("/capacity/report/", typed | {"free": "2"}).headers["Location"] == "/capacity/"
    assert "<strong>2</strong> of 4 visits free" in text(nurse, "/capacity/?show=mine")
    other = next(p.team for p in directory.service("home-care").providers)
    refused = nurse.post("/capacity/report/", {"line": f"home-care|{other}", "free": "1"})
    assert refused.status_code == 422 and "for that team to report" in refused.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_ledger_is_read_once_for_all_who_look_and_each_is_shown_what_is_theirs(nurse: Client) -> None:
    now = datetime.now(UTC)
    line = report(service_code=SERVICE, team_code=TEAM, free=3, total=12, by=system("demo"), at=now - timedelta(minutes=5))
    own, other = f"/capacity/{line}/still-right/", next(each for each in directory.place().teams if each != TEAM)
    assert own in text(nurse, f"/capacity/?service={SERVICE}")
    stranger = signed_in(staff(role="community-nurse", organisation="uhb", teams=(other,)))
    with CaptureQueriesContext(connection) as asked:
        page = text(stranger, f"/capacity/?service={SERVICE}")
    assert "<strong>3</strong> of 12 visits free" in page and own not in page
    assert not [each for each in asked.captured_queries if "capacity_booking" in each["sql"]]
    report(service_code=SERVICE, team_code=TEAM, free=1, total=12, by=system("demo"), at=datetime.now(UTC))
    assert "<strong>1</strong> of 12 visits free" in text(stranger, f"/capacity/?service={SERVICE}")


def test_a_skill_is_chosen_from_the_places_list_and_the_board_is_filtered_by_it(nurse: Client) -> None:
    given = {"line": f"{SERVICE}|{TEAM}", "free": "2", "total": "4", "skill": "nursing"}
    assert "Choose a skill from the list." in nurse.post("/capacity/report/", given | {"skill": "juggling"}).content.decode()
    assert nurse.post("/capacity/report/", given).status_code == 302
    named = directory.team(TEAM).name
    assert ", nursing" in text(nurse, f"/capacity/?service={SERVICE}&skill=nursing")
    assert f'hw-board-name">{directory.service(SERVICE).title}' not in text(nurse, f"/capacity/?service={SERVICE}&skill=therapy")
    assert named in text(nurse, f"/capacity/?service={SERVICE}&skill=juggling"), "a skill that is not declared counts as nothing"
