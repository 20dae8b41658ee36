"""Do board, number, list, file, pack and national report say one and the same, because they are counted from the same rows?"""

import html
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.http import QueryDict
from django.test import Client

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.episodes.api import open_episode
from homeward.exchange.api import returns
from homeward.foundation.actions import Actor
from homeward.measures.api import people_behind, refresh_lake
from homeward.referrals.tests.arranging import SERVICE, TEAM, received
from homeward.visits.api import record_contact, visits_of
from homeward.web.boards.asked import read
from homeward.web.boards.pack.gather import pack
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
MEASURE = "two-hour-response"
HOUSE = system("demo")


def needs(now: datetime) -> None:
    """Three two-hour needs five hours ago: two seen within the hour, one never."""
    since = now - timedelta(hours=5)
    for seen in (True, True, False):
        need = received(at=since)
        open_episode(
            person_id=need.person_id, referral_id=need.id, service_code=SERVICE, team_code=TEAM, by=HOUSE, at=since
        )
        if seen:
            with gate.person(need.person_id, by=HOUSE, at=since, why="looking"):
                first = visits_of([need.id])[0].id
            record_contact(
                encounter_id=first, contact_at=since + timedelta(hours=1), by=HOUSE, at=now - timedelta(hours=3)
            )


@pytest.mark.hazard(
    "HZ-S72-64",
    hazard="A figure on a board is another than on the page, in the list, in the file, on paper or in the nation's report.",
    control="All are counted from the rows of one expression; a test opens each of them and compares.",
)
def test_one_figure_wherever_it_is_read(joan: Client, chair: Actor) -> None:
    now = datetime.now(UTC)
    needs(now)
    refresh_lake(at=now, everything=True)
    board = next(b for b in directory.place().dashboards.values() if MEASURE in {n.measure for n in b.numbers})
    asked = read(QueryDict(""), kinds=(), now=now)
    assert "2 of 3" in joan.get(f"/numbers/boards/{board.code}/").content.decode()
    number = joan.get(f"/numbers/{MEASURE}/?period={asked.period}").content.decode()
    assert re.search(r">2</a> of <a [^>]+>3</a>", number) and "67%" in number
    lists = [
        people_behind(MEASURE, asked=replace(asked.asked, status=status), by=chair, at=now).total
        for status in ("met", "counted")
    ]  # fmt: skip
    assert lists == [2, 3]
    file = json.loads(joan.get(f"/numbers/{MEASURE}/file/json/?period={asked.period}").content)
    assert file["figure"].startswith("67% (2 of 3)")
    paper = pack([board], asked, title="Board", small=True, by=chair, at=now)
    title = directory.place().measures[MEASURE].title
    assert [row["figure"] for row in paper["boards"][0]["rows"] if row["title"] == title] == ["67%, 2 of 3"]
    report = next(each for each in returns.reports_declared() if each.measure == MEASURE)
    analyst = staff(role="analyst", organisation="bsol-icb", teams=("place-office",))
    found = returns.report(report.code, by=analyst, at=now, first=asked.asked.first, last=asked.asked.last)
    days = next(each for each in found.sections if each.totals)
    told = dict(zip((column.code for column in days.columns), days.totals or (), strict=True))
    assert (told["in_time"], told["counted"]) == (2, 3)


def test_a_number_opened_from_a_board_or_the_catalogue_is_of_their_moment(joan: Client) -> None:
    now = datetime.now(UTC)
    needs(now)
    refresh_lake(at=now - timedelta(minutes=6), everything=True)
    board = next(b for b in directory.place().dashboards.values() if MEASURE in {n.measure for n in b.numbers})
    opened = [
        html.unescape(re.findall(rf'href="(/numbers/{MEASURE}/\?[^"]+)"', joan.get(address).content.decode())[0])
        for address in (f"/numbers/boards/{board.code}/", "/numbers/")
    ]
    received(at=now - timedelta(hours=4))
    refresh_lake(at=now, everything=True)
    assert "2 of 4" in joan.get(f"/numbers/boards/{board.code}/").content.decode()
    for address in opened:
        page = joan.get(address).content.decode()
        assert re.search(r">2</a> of <a [^>]+>3</a>", page) and "show them" in page, address
        to_list = html.unescape(re.findall(r'href="([^"]+people/\?[^"]+)">See the list', page)[0])
        listed = joan.get(to_list).content.decode()
        back = html.unescape(re.findall(rf'nhsuk-back-link" href="(/numbers/{MEASURE}/\?[^"]*)"', listed)[0])
        assert re.search(r">2</a> of <a [^>]+>3</a>", joan.get(back).content.decode()), "back is to the same figure"
    newest = joan.get(f"/numbers/{MEASURE}/").content.decode()
    assert re.search(r">2</a> of <a [^>]+>4</a>", newest) and "show them" not in newest
    gone = joan.get(f"/numbers/{MEASURE}/?as_of=2020-01-01T00:00:00%2B00:00").content.decode()
    assert re.search(r">2</a> of <a [^>]+>4</a>", gone) and "no longer kept" in gone and "may differ" in gone
