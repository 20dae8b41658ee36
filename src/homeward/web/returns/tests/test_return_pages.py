"""Do the pages of returns say what is due and what is wrong, and give the file only to those who may, with a reason?"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client

from homeward.access.api import gate, system
from homeward.exchange.api import returns
from homeward.exchange.returns.tests.arranging import ASKED, NUMBERS, analyst, in_care, made, someone, visited
from homeward.foundation.moments import london_day
from homeward.measures.api import refresh_lake
from homeward.referrals.tests.arranging import after
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
HOME = "/numbers/returns/"


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


@pytest.fixture
def march() -> returns.ReturnRowView:
    """One person without an NHS number, seen in time."""
    visited(in_care(someone()))
    return returns.one(made().id).row


@pytest.fixture
def oliver() -> Client:
    return signed_in(analyst())


def governance() -> Client:
    return signed_in(staff(role="information-governance", organisation="bsol-icb", teams=("place-office",)))


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode()


def test_before_anything_is_made_the_page_says_what_is_due(oliver: Client) -> None:
    page = text(oliver, HOME)
    assert "No return has been made yet" in page and "closes on" in page and "Make a return" in page
    assert "Provisional (primary)" in text(oliver, f"{HOME}calendar/")
    said = text(oliver, f"{HOME}specification/csds/")
    assert (
        "CYP101Referral" in said
        and "Not kept." in said
        and "CYP301GroupSession" in said
        and "intermediate database" in said
    )


def test_how_a_return_stands_is_said_in_the_same_words_wherever_it_is_told(oliver: Client, march: returns.ReturnRowView) -> None:
    with time_machine.travel(march.asked_at, tick=False):
        client = signed_in(analyst())
        pages = [text(client, HOME), text(client, f"{HOME}calendar/"), text(client, f"{HOME}{march.id}/")]
    state = returns.STATES[march.state]
    assert all(f">{state}<" in page for page in pages) and not [each for each in pages if f">{state.lower()}" in each]
    assert ">Not made yet<" in pages[1] and ">In " in pages[1]
    assert re.search(rf"<span>(Today|Yesterday|\d+ \w+) at [^<]+, {march.asked_by}</span>", pages[0])


def test_making_one_from_the_page_queues_it(oliver: Client) -> None:
    month = f"{london_day(datetime.now(UTC)):%Y-%m}"
    asked = {"return_code": "csds", "provider": "bchc", "period": month, "kind": "provisional"}
    assert "is being made" in oliver.post(HOME, asked, follow=True).content.decode()
    wrong = oliver.post(HOME, {**asked, "period": "1999-01"})
    assert wrong.status_code == 422 and "There is a problem" in wrong.content.decode()


def test_a_fault_leads_to_its_row_and_to_where_it_is_put_right(oliver: Client, march: returns.ReturnRowView) -> None:
    page = text(oliver, f"{HOME}{march.id}/")
    assert "NHS NUMBER is missing." in page and "other rules hold" in page and march.sha256 in page
    rule = "CYP001MPI.NHSNumber.missing"
    fault = text(oliver, f"{HOME}{march.id}/faults/?rule={rule}")
    assert "Row 1" in fault and "Ask the team" in fault and "Put right: in the person’s details" in fault
    row = text(oliver, f"{HOME}{march.id}/rows/?table=CYP001MPI&row=1")
    assert "person.register" in row and "kept out of sight" in row
    assert "1941-05-06" not in row and "Ivy" not in row and "B29 6JF" not in row
    place = text(oliver, f"{HOME}{march.id}/faults/?rule=CYP101Referral.SourceOfReferral.missing")
    assert "put right once for all" in place and "/numbers/returns/specification/csds/" in place
    text(oliver, f"{HOME}{march.id}/faults/?rule=nothing", 404)


@pytest.mark.hazard(
    "HZ-S73-171",
    hazard="A file that names people leaves the house, and nobody can say who took it or why.",
    control="Only a role that may take it gets the file, only with a reason; the reason is written into the access log and the sealed event log.",
)
def test_the_file_is_given_with_a_reason_that_is_written_down(oliver: Client, march: returns.ReturnRowView) -> None:
    refused = oliver.post(f"{HOME}{march.id}/file/", {"reason": ""})
    assert refused.status_code == 422 and "Say why you take the file" in refused.content.decode()
    answer = oliver.post(f"{HOME}{march.id}/file/", {"reason": "loading it into the collection"})
    assert (
        answer.status_code == 200
        and answer["Cache-Control"] == "no-store"
        and march.month.code in answer["Content-Disposition"]
    )
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "CYP001MPI.csv" in archive.namelist()
        assert json.loads(archive.read("manifest.json"))["sha256"] == march.sha256
    with gate.job("audit", by=system("audit"), at=ASKED), connection.cursor() as cursor:
        cursor.execute(
            "select facts->>'reason' from foundation_event where kind = 'returns.take' and subject_id = %s", [march.id]
        )
        assert cursor.fetchall() == [("loading it into the collection",)]
        cursor.execute("select count(*) from access_opening where why like %s", ["%loading it into the collection"])
        assert cursor.fetchone() == (1,)


def test_governance_sees_everything_and_takes_nothing(march: returns.ReturnRowView) -> None:
    priya = governance()
    page = text(priya, f"{HOME}{march.id}/")
    assert "Take the file" not in page and "Submit the" not in page
    assert priya.post(f"{HOME}{march.id}/file/", {"reason": "curious"}).status_code == 403
    assert priya.post(HOME, {}).status_code == 403
    assert text(signed_in(staff(role="community-nurse", teams=("ucr-east",))), HOME, 403)


def test_what_is_late_is_not_given_and_the_page_says_what_to_do(oliver: Client, march: returns.ReturnRowView) -> None:
    """The month of March closed for good on the last working day of May 2026."""
    final = made(kind="final")
    for row, next_step in ((march.id, "Make the final return of the month instead."), (final.id, "Nothing more is taken")):
        page = text(oliver, f"{HOME}{row}/")
        assert "The window for March 2026 closed on" in page and next_step in page and "Submit the" not in page
        refused = oliver.post(f"{HOME}{row}/", {"why": ""})
        assert refused.status_code == 422 and next_step in refused.content.decode()
        assert returns.one(row).row.state == "ready"


def test_submitting_from_the_page_freezes_it(oliver: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.exchange.returns.actions.submit.shut", lambda each, *, on: None)
    ivy = someone(NUMBERS[0])
    visited(in_care(ivy))
    row = made()
    answer = oliver.post(f"{HOME}{row.id}/", {"why": ""}, follow=True)
    assert "Submitted" in answer.content.decode() and "never changes" in answer.content.decode()
    again = oliver.post(f"{HOME}{row.id}/", {"why": ""})
    assert again.status_code in (403, 409, 422) or "cannot be submitted" in again.content.decode()


def test_reports_answer_as_page_file_and_json(oliver: Client) -> None:
    visited(in_care(someone(NUMBERS[0])))
    assert "have not been counted yet" in oliver.get(f"{HOME}reports/urgent-response/").content.decode()
    refresh_lake(at=after(600), everything=True)
    days = "?from=2026-03-02&to=2026-03-05"
    page = text(oliver, f"{HOME}reports/urgent-response/{days}")
    assert "100.0%" in page and "3 March 2026" in page and "technical data guidance" in page
    told = json.loads(text(oliver, f"{HOME}reports/urgent-response.json{days}"))
    assert told["tables"][0]["rows"][1] == {
        "day": "2026-03-03", "received": 1, "in_time": 1, "counted": 1, "percent": 100.0, "too_early": 0, "not_counted": 0,
    }  # fmt: skip
    assert "2026-03-03,1,1,1,100.0,0,0" in text(oliver, f"{HOME}reports/urgent-response.csv{days}")
    for code in ("virtual-wards", "discharge"):
        assert "Definition" in text(oliver, f"{HOME}reports/{code}/")
        assert text(oliver, f"{HOME}reports/{code}.csv").startswith("report,")
    text(oliver, f"{HOME}reports/urgent-response/?from=never&to=2999-01-01")
    text(oliver, f"{HOME}reports/nothing/", 404)
