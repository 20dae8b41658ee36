"""Does a number open into its list, say what it means, and keep names behind a reason?"""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from openpyxl import load_workbook

from homeward.foundation.moments import at_london, london_day
from homeward.measures.api import refresh_lake
from homeward.records.tests.arranging import resource, somebody, took
from homeward.referrals.tests.arranging import HUB, person, received
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
_PRESENT = datetime.now(UTC)
_THREE = at_london(london_day(_PRESENT), 15, 0)
NOW = _THREE if _THREE < _PRESENT else _THREE - timedelta(days=1)  # a hub that was open five hours ago still is
NUMBER = "/numbers/two-hour-response/"


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


@pytest.fixture
def analyst() -> Client:
    return signed_in(staff(role="hub-coordinator", teams=(HUB,)))


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_counting_again_is_asked_of_the_worker_once(analyst: Client) -> None:
    for _ in range(2):
        page = analyst.post("/numbers/refresh/", follow=True)
        assert page.status_code == 200 and "being counted again" in page.content.decode()


def test_before_anything_is_counted_the_pages_say_so(analyst: Client) -> None:
    assert "have not been counted yet" in text(analyst, "/numbers/")
    assert "There is no figure" in text(analyst, NUMBER)
    assert "There is no figure" in text(analyst, "/numbers/admissions-avoided/")
    assert "no such number" in text(analyst, "/numbers/made-up/", 404)


def test_the_figure_opens_into_its_list_and_names_need_a_reason(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    received(at=NOW - timedelta(minutes=5))
    refresh_lake(at=NOW, everything=True)
    assert "0%" in text(analyst, "/numbers/")
    page = text(analyst, NUMBER)
    assert "0%" in page and "Not reached" in page and "<svg" in page and "style=" not in page
    assert "Too early to say" in page and "What it means" in page and "Coverage" in page
    listed = text(analyst, f"{NUMBER}people/?status=not_met")
    assert "1 referral " in listed and "no visit recorded" in listed and "Ivy Cole" not in listed
    wrong = analyst.post(f"{NUMBER}people/", {"why": ""})
    assert wrong.status_code == 422 and "Say why" in wrong.content.decode()
    assert "Ivy Cole" in analyst.post(f"{NUMBER}people/", {"why": "late responses"}).content.decode()


def test_groups_of_conditions_have_figures_and_nobody_is_listed_by_what_they_live_with(analyst: Client) -> None:
    coded = {"coding": [{"system": "http://snomed.info/sct", "code": "58214004"}]}
    known = resource("Condition", "c1", code=coded)
    ill = somebody()
    took(ill, known, at=NOW - timedelta(hours=6))
    received(at=NOW - timedelta(hours=5), person_id=ill.id)
    for _ in range(2):
        received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    page = text(analyst, NUMBER)
    table = re.findall(r"<table[^>]*><caption[^>]*>[^<]*by severe mental illness.*?</table>", page, re.DOTALL)[0]
    assert "On record" in table and "Not known" in table and "href" not in table
    assert "nobody is listed by what they live with" in page and "the diagnosis stays on record" in page
    narrowed = text(analyst, f"{NUMBER}people/?status=counted&cut=severe_mental_illness&value=recorded")
    assert "3 referrals " in narrowed and "Severe mental illness" not in narrowed
    for form in ("csv", "json"):
        assert "mental" not in text(analyst, f"{NUMBER[:-1]}.{form}").lower(), "nothing of it is published"


def test_a_list_is_of_the_moment_of_the_number_it_was_opened_from(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW - timedelta(minutes=6), everything=True)
    page = text(analyst, NUMBER)
    to_list = html.unescape(re.findall(r'href="([^"]+people/\?[^"]+status=counted[^"]*)"', page)[0])
    to_file = html.unescape(re.findall(r'href="([^"]+file/json/\?[^"]+)"', page)[0])
    assert "same moment as the number you came from" not in text(analyst, to_list), "nothing newer is there"
    received(at=NOW - timedelta(hours=4))
    refresh_lake(at=NOW, everything=True)
    listed = text(analyst, to_list)
    assert "1 referral " in listed and "same moment as the number you came from" in listed and "show them" in listed
    assert json.loads(analyst.get(to_file).content)["figure"] == "0% (0 of 1)"
    assert "2 referrals " in text(analyst, f"{NUMBER}people/?status=counted")
    gone = text(analyst, f"{NUMBER}people/?status=counted&as_of=2020-01-01T00:00:00%2B00:00")
    assert "2 referrals " in gone and "no longer kept" in gone
    assert "2 referrals " in text(analyst, f"{NUMBER}people/?status=counted&as_of=nonsense")
    assert "same moment as the number you came from" in text(analyst, to_list.replace("people/", "compare/"))


def test_where_nobody_is_counted_the_page_says_who_was_left_out_and_why(analyst: Client) -> None:
    received(at=NOW - timedelta(minutes=5))
    refresh_lake(at=NOW, everything=True)
    page = text(analyst, NUMBER)
    assert "Nobody was counted in these days" in page and "The two hours are not up" in page and "What each one counted as" in page


def test_parts_and_days_are_asked_for_in_the_address(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    assert "Show everyone again" in text(analyst, f"{NUMBER}?cut=locality&value=east&period=24m")
    for period in ("52", "24m", "12q", "5y"):
        assert "1 of 1" in text(analyst, f"{NUMBER}?period={period}") or "0</a> of" in text(
            analyst, f"{NUMBER}?period={period}"
        )
    own = london_day(NOW).isoformat()
    assert "0</a> of" in text(analyst, f"{NUMBER}?from={own}&to={own}&every=month")
    for strange in ("?period=9999", "?cut=1;drop&value=x", "?cut=practice&value=x", "people/?page=0&status=%27--"):
        text(analyst, f"{NUMBER}{strange}")


def test_on_a_phone_each_point_of_the_chart_is_a_card_that_says_what_each_value_is(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    table = text(analyst, NUMBER).partition("The same as a table")[2].partition("</table>")[0]
    heads = re.findall(r'<th role="columnheader"[^>]*>([^<]+)</th>', table)
    rows = [re.findall(r'nhsuk-table-responsive__heading"[^>]*>([^<]+) </span>', each) for each in table.split("<tr")[2:]]
    assert "hw-scroll" not in table and heads[0] == "Week from" and heads[-1] == "Note"
    assert rows and all(each == heads for each in rows)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("from=soon", "Give both days"),
        ("from=2026-03-02&to=2026-03-01", "comes after"),
        ("from=1990-01-01&to=2026-01-01", "ten years"),
    ],
)
def test_days_that_make_no_sense_are_said_to(analyst: Client, days: str, said: str) -> None:
    refresh_lake(at=NOW, everything=True)
    assert said in text(analyst, f"{NUMBER}?{days}")


def test_a_number_is_found_by_a_word_and_by_whether_it_is_computed(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    found = text(analyst, "/numbers/?q=two-hour&state=computed")
    assert "Two-hour response" in found and "Waits for" not in found
    assert "No number fits that" in text(analyst, "/numbers/?q=zzzz")
    waits = text(analyst, "/numbers/?state=waits")
    assert "Waits for" in waits and NUMBER not in waits


def test_places_are_compared_by_a_funnel_and_never_ranked(analyst: Client) -> None:
    for ward in ("E05011118", "E05011118", "E05011121"):
        received(at=NOW - timedelta(hours=5), person_id=person(ward_code=ward))
    refresh_lake(at=NOW, everything=True)
    for kind in ("locality", "team", "practice", "pcn", "neighbourhood", "nonsense"):
        page = text(analyst, f"{NUMBER}compare/?by={kind}")
        assert "league table" in page or "nothing to compare" in page
        assert "hw-scroll" not in page, "on a phone each place is a card, and nothing is pushed sideways"
    cells = re.findall(r'<td role="cell".*?</td>', text(analyst, f"{NUMBER}compare/?by=team"))
    assert cells and all("nhsuk-table-responsive__heading" in each for each in cells), "a card says what each value is"
    assert analyst.get("/numbers/discharge-delay/compare/").status_code == 404


def test_a_figure_is_taken_away_with_what_it_means(analyst: Client) -> None:
    received(at=NOW - timedelta(hours=5))
    refresh_lake(at=NOW, everything=True)
    answers = {form: analyst.get(f"{NUMBER}file/{form}/") for form in ("csv", "json", "xlsx", "pdf")}
    assert {answer.status_code for answer in answers.values()} == {200}
    said = json.loads(answers["json"].content)
    assert (
        said["facts"]["Version"]
        and said["facts"]["Definition"]
        and said["facts"]["As of"]
        and said["facts"]["Coverage"]
    )
    assert "Definition" in answers["csv"].content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(answers["xlsx"].content))
    assert book.sheetnames[0] == "Over time" and book.sheetnames[-1] == "Definitions"
    assert not [cell.value for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    assert answers["pdf"].content.startswith(b"%PDF") and b"pdfuaid" in answers["pdf"].content
    assert analyst.get(f"{NUMBER}file/docx/").status_code == 404


def test_taking_away_is_for_roles_that_include_it() -> None:
    nurse = signed_in(staff(role="community-nurse", teams=("ucr-east",)))
    refresh_lake(at=NOW, everything=True)
    assert nurse.get(f"{NUMBER}file/csv/").status_code == 403
    assert "Excel" not in text(nurse, NUMBER)


@pytest.mark.hazard(
    "HZ-S73-43",
    hazard="Somebody outside narrows a public file by its address until it is about one person.",
    control="The open files take nothing from the address: whatever is added to it, the same bytes come back.",
)
def test_the_open_files_need_no_account_and_cannot_be_narrowed() -> None:
    for minutes in range(3):
        received(at=NOW - timedelta(days=150, minutes=minutes))
    refresh_lake(at=NOW, everything=True)
    for form in ("csv", "json"):
        answer = Client().get(f"/numbers/two-hour-response.{form}")
        narrowed = Client().get(
            f"/numbers/two-hour-response.{form}?cut=locality&value=east&from=2026-01-01&to=2026-01-02&by=team"
        )
        assert answer.status_code == 200 and answer.content == narrowed.content
    rows = list(csv.DictReader(io.StringIO(Client().get("/numbers/two-hour-response.csv").content.decode())))
    assert {row["denominator"] for row in rows if row["part"] == "all"} == {"*", "0"}
    assert Client().get("/numbers/made-up.csv").status_code == 404


def test_the_pages_are_for_roles_that_include_them() -> None:
    assert Client().get("/numbers/").headers["Location"].startswith("/sign-in/")
