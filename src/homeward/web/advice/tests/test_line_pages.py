"""Can a call be taken on one page, advised, rung again and found in the person's record, with no script?"""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from homeward.access.api import gate, system
from homeward.front_door.tests.arranging import advised, clinician, taken
from homeward.people.api import Person
from homeward.referrals.tests.arranging import person
from tests.plumbing.people_at_work import signed_in
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
CALL = {
    "caller_kind": "crew", "caller_name": "Kate Hadley", "caller_phone": "07700 900123", "family": "Ward", "given": "Rose",
    "birth_date": "3 4 1938", "need": "fall", "question": "Must she go in?", "intended": "convey", "key": "k-1", "step": "save",
}  # fmt: skip
ADVICE = {
    "outcome": "stay", "words": "Safe to stay.", "safety_words": "Ring 999 if drowsy.", "told": "Kate Hadley",
    "decided_by": "Dr Amara Nwosu", "decided_role": "Geriatrician", "again": "24",
}  # fmt: skip


@pytest.fixture
def line() -> Client:
    return signed_in(clinician())


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_call_is_taken_once_on_one_page_and_leads_to_the_advice(line: Client) -> None:
    form = text(line, "/front-door/line/take/")
    assert 'name="began"' in form and "Take to hospital" in form and "Mental health ward" in form
    first, again = line.post("/front-door/line/take/", CALL), line.post("/front-door/line/take/", CALL)
    assert first["Location"] == again["Location"]
    page = text(line, first["Location"])
    assert "Rose Ward" in page and "Must she go in?" in page
    assert "Rose Ward" in text(line, "/front-door/line/")


def test_errors_are_said_beside_what_was_typed(line: Client) -> None:
    answer = line.post(
        "/front-door/line/take/", CALL | {"caller_phone": "", "intended": "", "birth_date": "x", "told_age": "old"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "Must she go in?" in page and "<title>Error:" in page
    for field in ("caller_phone", "intended", "birth_date", "told_age"):
        assert f'href="#{field}"' in page


def test_somebody_unknown_needs_words_only_and_is_named_later(line: Client) -> None:
    unknown = CALL | {"family": "", "given": "", "birth_date": "", "unknown": "on"}
    assert "as the caller says it" in line.post("/front-door/line/take/", unknown).content.decode()
    where = line.post("/front-door/line/take/", unknown | {"told_words": "A man at the bus station"})["Location"]
    call = where.removesuffix("advise/")
    assert line.post(where, ADVICE)["Location"] == call
    assert "A man at the bus station" in text(line, call) and "until somebody says who it was" in text(line, call)
    named = line.post(
        f"{call}who/", {"family": "Cole", "given": "Ted", "birth_date": "1 2 1940", "step": "save"}, follow=True
    )
    assert "Ted Cole" in named.content.decode() and "After 72 hours" in named.content.decode()


def people() -> list[UUID]:
    with gate.job("demo", by=system("demo"), at=began()):
        return list(Person.objects.values_list("id", flat=True))


def test_with_somebody_very_like_the_call_waits_for_a_human_to_say_who_it_is(line: Client) -> None:
    rose = person(at=began(), family="Ward", given="Rose", birth_date=date(1938, 4, 3))
    answer = line.post("/front-door/line/take/", CALL)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Choose which of these people it is, or none of them." in page
    assert 'href="#known"' in page and not re.search(r'name="known"[^>]* checked', page) and "Must she go in?" in page
    first, again = (line.post("/front-door/line/take/", CALL | {"known": str(rose)}) for _ in range(2))
    assert first.status_code == 302 and first["Location"] == again["Location"] and people() == [rose]
    assert line.post("/front-door/line/take/", CALL | {"known": "none", "none_of": "ward, rose, 1938-04-03, ", "key": "k-2"}).status_code == 302
    assert len(people()) == 2


def test_somebody_a_little_like_does_not_hold_up_the_advice(line: Client) -> None:
    person(at=began(), family="Ward", given="Rose", birth_date=date(1938, 9, 3))
    looked = line.post("/front-door/line/take/", CALL | {"step": "check"}).content.decode()
    assert re.search(r'id="known_none" value="" checked', looked)
    assert line.post("/front-door/line/take/", CALL).status_code == 302 and len(people()) == 2


def test_a_call_about_somebody_whom_nobody_can_name_asks_nothing_of_their_like(line: Client) -> None:
    person(at=began(), family="Ward", given="Rose", birth_date=date(1938, 4, 3))
    told = CALL | {"unknown": "on", "told_words": "A Mrs Ward, they think"}
    assert line.post("/front-door/line/take/", told).status_code == 302 and len(people()) == 1


def test_who_it_was_after_all_is_chosen_by_a_human_where_somebody_is_like_them(line: Client) -> None:
    ted = person(at=began(), family="Cole", given="Ted", birth_date=date(1940, 2, 1))
    unknown = CALL | {"family": "", "given": "", "birth_date": "", "unknown": "on", "told_words": "A man at the bus station"}
    call = line.post("/front-door/line/take/", unknown)["Location"].removesuffix("advise/")
    named = {"family": "Cole", "given": "Ted", "birth_date": "1 2 1940", "step": "save"}
    asked = line.post(f"{call}who/", named)
    assert asked.status_code == 422 and not re.search(r'name="known"[^>]* checked', asked.content.decode())
    assert "Ted Cole" in line.post(f"{call}who/", named | {"known": str(ted)}, follow=True).content.decode()
    again = line.post(f"{call}who/", named | {"known": "none", "none_of": "cole, ted, 1940-02-01, "})
    assert again.status_code == 422 and "is known already" in again.content.decode() and people() == [ted]


def test_advice_is_signed_and_stands_on_the_call_and_on_the_timeline(line: Client) -> None:
    who = person(at=began())
    call = taken(who, at=began() - timedelta(minutes=2), answered_at=began() - timedelta(minutes=3))
    assert line.post(f"/front-door/line/{call}/advise/", ADVICE | {"words": ""}).status_code == 422
    line.post(f"/front-door/line/{call}/advise/", ADVICE)
    page = text(line, f"/front-door/line/{call}/")
    assert "Unchanged since: seal" in page and "Dr Amara Nwosu, Geriatrician" in page and "After 7 days" in page
    timeline = text(line, f"/people/{who}/timeline/")
    assert "Advice before hospital" in timeline and f'href="/front-door/line/{call}/"' in timeline


def test_advice_that_sends_a_team_shows_where_the_need_stands(line: Client) -> None:
    call = taken(person(at=began()), at=began() - timedelta(minutes=2), answered_at=began() - timedelta(minutes=3))
    line.post(
        f"/front-door/line/{call}/advise/", ADVICE | {"outcome": "urgent-response", "wants_words": "To stay in her bed"}
    )
    page = text(line, f"/front-door/line/{call}/")
    referral = re.search(r'href="/hub/([0-9a-f-]{36})/"', page)
    assert referral and UUID(referral[1]) and "New: " in page


def test_the_ring_back_is_written_down(line: Client) -> None:
    call = advised(person(at=began()), at=began() - timedelta(minutes=2))
    address = f"/front-door/line/{call}/check/"
    assert "Ring 999" in text(line, address)
    assert line.post(address, {"heard": "worse", "again": "1"}).status_code == 422
    again = line.post(address, {"heard": "not-reached", "again": "2"}, follow=True).content.decode()
    assert "back on the list" in again
    assert (
        "Nobody need ring again"
        in line.post(address, {"heard": "as-hoped", "again": "1"}, follow=True).content.decode()
    )
    assert line.post(address, {"heard": "as-hoped", "again": "1"}).status_code == 422


def test_the_ring_back_on_the_list_of_work_is_not_taken_for_a_referral(line: Client) -> None:
    where = line.post("/front-door/line/take/", CALL)["Location"]
    assert line.post(where, ADVICE).status_code == 302
    page = text(line, "/work/")
    assert "Ring Kate Hadley again after advice" in page and f'/hub/{where.split("/")[3]}/' not in page


def test_a_caller_who_rings_off_is_kept_with_why(line: Client) -> None:
    call = taken(person(at=began()), at=began() - timedelta(minutes=2), answered_at=began() - timedelta(minutes=3))
    line.post(f"/front-door/line/{call}/end/", {"words": "Rang off"})
    assert "Ended without advice" in text(line, f"/front-door/line/{call}/")


def test_the_part_that_a_live_page_fetches_holds_the_calls_asked_for(line: Client) -> None:
    first, second = (
        taken(person(at=began()), at=began() - timedelta(minutes=ago), answered_at=began() - timedelta(minutes=ago + 1))
        for ago in (9, 4)
    )
    whole = text(line, "/front-door/line/")
    assert f'data-row="{first}"' in whole and 'data-of="call"' in whole and "board.js" in whole
    part = text(line, f"/front-door/line/rows/?ids={second}")
    assert f'data-row="{second}"' in part and f'data-row="{first}"' not in part and "Waiting for advice (2)" in part


def test_what_was_advised_this_week_stands_open_and_what_came_before_is_folded(line: Client) -> None:
    old, new = person(given="Olive", family="Older"), person(given="Nina", family="Newer")
    advised(old, at=began() - timedelta(days=8))
    advised(new, at=began() - timedelta(days=6))
    open_part, folded = text(line, "/front-door/line/").split('<details class="nhsuk-details" id="earlier">')
    lately = open_part[open_part.index('id="lately"') :]
    assert "last seven days (1)" in lately and "Nina Newer" in lately and "Olive Older" not in lately
    assert "Earlier (1)" in folded and "Olive Older" in folded and "Nina Newer" not in folded
