"""Does the short way answer as the long way does, write the opening down, and leave every no to the long way?"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from homeward.access.api import close_client, gate, system
from homeward.fhir.straight.asking import let_go
from homeward.fhir.straight.grants import forget
from homeward.fhir.straight.lane import short_way
from homeward.fhir.straight.wording import rows_of, shown_page, shown_text
from homeward.fhir.tests.partner import NOON, Partner
from homeward.fhir.tests.test_bundles import bundle, posting
from homeward.fhir.tests.test_records_api import ADA, NHS, pressure
from homeward.fhir.tests.test_records_api import system as record_system
from homeward.monitoring.tests.arranging import now, on_the_ward, seen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Each test begins knowing nobody, and leaves no connection open to a database that is copied anew."""
    forget()
    yield
    let_go()
    forget()


def straight(sender: Partner, path: str, **more: str) -> Any:
    where, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": f"/fhir/R4/{where}", "QUERY_STRING": query,
        "HTTP_AUTHORIZATION": f"Bearer {sender.token}", **more,
    }  # fmt: skip
    return short_way(environ)


def openings() -> list[tuple[str, str]]:
    with gate.job("bench", at=NOON), connection.cursor() as cursor:
        cursor.execute("select actor_name, why from access_opening where mode = 'person' order by opened_at, id")
        return list(cursor.fetchall())


def test_the_same_answer_by_either_way_and_an_opening_each() -> None:
    ward = record_system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    made = [json.loads(ward.post("Observation", pressure(person, f"1{day}.50", effectiveDateTime=f"2026-03-0{day}"))
                       .content)["id"] for day in (1, 2, 3)]  # fmt: skip
    paths = [
        f"Observation/{made[0]}",
        f"Patient/{person}",
        f"Patient?identifier={NHS}|9990000018",
        f"Observation?patient={person}",
        f"Observation?patient={person}&_count=2",
        f"Observation?subject:Patient.identifier={NHS}|9990000018",
    ]
    for path in paths:
        long_way = ward.get(path)
        before = len(openings())
        sent = straight(ward, path)
        assert sent is not None, path
        assert json.loads(sent[2]) == json.loads(long_way.content), path
        assert b"1.50" not in sent[2] or b"11.50" in sent[2]
        if long_way.headers.get("ETag"):
            assert dict(sent[1])["ETag"] == long_way["ETag"]
        after = openings()
        assert len(after) == before + 1, path
        assert after[-1][0] == "Ward system"
    following = next_of(straight(ward, paths[4])[2])
    rest = json.loads(ward.get(following).content)
    assert [each["resource"]["id"] for each in rest["entry"]] == [made[0]]


def next_of(page: bytes) -> str:
    """The address of the page after this one, '' after the last."""
    links = [each["url"].split("/fhir/R4/")[1] for each in json.loads(page)["link"] if each["relation"] == "next"]
    return links[0] if links else ""


def test_every_page_that_follows_is_the_same_by_either_way_and_none_is_missed() -> None:
    ward, other = record_system(), record_system("Other system")
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    days = ["2026-03-01T09:00:00.000001Z", *("2026-03-01T09:00:00Z",) * 5, "2026-03-02", "2025-01-01"]
    sent = [json.loads(pressure(person, f"1{n}.5", effectiveDateTime=day)) for n, day in enumerate(days)]
    assert ward.post("", bundle("transaction", *(posting("", each) for each in sent))).status_code == 200
    other.get(f"Patient/{person}")
    path, told = f"Observation?patient={person}&_count=3", []
    while path:
        before = len(openings())
        page = straight(ward, path)
        assert page is not None and len(openings()) == before + 1, path
        assert json.loads(page[2]) == json.loads(ward.get(path).content), path
        assert "_cursor" not in path or straight(other, path.replace("_count=3", "status=final")) is None
        told += [each["resource"]["valueQuantity"]["value"] for each in json.loads(page[2])["entry"]]
        path = next_of(page[2])
    assert sorted(told) == sorted(each["valueQuantity"]["value"] for each in sent)
    assert (told[0], told[1], told[-1]) == (16.5, 10.5, 17.5)


def test_a_cursor_of_another_search_or_made_up_is_left_to_the_long_way() -> None:
    ward = record_system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    _measured_often(ward, person, 3)
    ward.get(f"Patient/{person}")
    path = next_of(straight(ward, f"Observation?patient={person}&_count=2")[2])
    asked, _, cursor = path.partition("&_cursor=")
    wrong = [cursor[:-2], cursor[1:], f"{'B' if cursor[0] == 'A' else 'A'}{cursor[1:]}", f"{cursor}AAAA", "%00", "a"]
    for path in (f"Observation?subject={person}&_cursor={cursor}", *(f"{asked}&_cursor={each}" for each in wrong)):
        assert straight(ward, path) is None, path
        assert ward.get(path).status_code == 400, path


def test_every_no_is_left_to_the_long_way() -> None:
    ward, narrow = record_system(), record_system("Narrow")
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    ward.get(f"Patient/{person}")
    for path in (
        "Patient/0",
        "Observation?patient=nobody",
        f"Observation?patient={person}&code=1",
        "Observation",
        "Nonsense/1",
    ):
        assert straight(ward, path) is None, path
    assert straight(ward, f"Patient/{person}", HTTP_ACCEPT="text/xml") is None
    assert straight(ward, f"Patient/{person}", HTTP_AUTHORIZATION="Bearer nonsense") is None
    assert straight(narrow, f"Patient/{person}") is None  # it never went the long way
    assert straight(ward, f"Patient/{person}") is not None


@pytest.mark.hazard(
    "HZ-S73-31",
    hazard="A partner's system goes on reading records after its leave was taken away, because its token was remembered.",
    control="The database asks at each reading whether the token and its system still stand, whatever is remembered.",
)
def test_a_closed_system_reads_nothing_more() -> None:
    ward = record_system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    ward.get(f"Patient/{person}")
    assert straight(ward, f"Patient/{person}") is not None
    with connection.cursor() as cursor:
        cursor.execute("select client_id from access_apiclient where name = 'Ward system'")
        client = cursor.fetchone()[0]
    close_client(client_id=client, by=system("setup"), at=NOON)
    assert straight(ward, f"Patient/{person}") is None
    assert ward.get(f"Patient/{person}").status_code == 401


TEXTS = [
    '{"resourceType":"Flag","status":"active"}',
    ' {\n "resourceType" : "Flag" , "id":"x", "meta":{"tag":[{"code":"t"}]} ,"status":"active"}',
    '{"status":"active","resourceType":"Flag","id":"x"}',
    '{"resourceType":"Flag","contained":[{"resourceType":"Basic","id":"i"}],"meta":{"tag":[{"code":"t"}]},"id":"late"}',
    '{"resourceType":"Flag","id":"only"}',
    '{"resourceType":"Flag","meta":{"versionId":"9"}}',
    '{"resourceType":"Flag","extension":[{"url":"u","valueDecimal":1.50}]}',
    '{"id": "1", "code": {"text": "a"}, "resourceType": "Flag", "status": "active"}',
    '{"meta":{"versionId":"9","profile":["p"]},"resourceType":"Flag","status":"active"}',
    '{"meta":{"tag":[{"code":"}\\"","display":"{"}]},"id":"x","resourceType":"Flag","status":"active"}',
    '{"meta":{ },"resourceType":"Flag","status":"active"}',
    '{"meta":{"extension":[{"url":"u","valueCoding":{"code":"c"}}]},"resourceType":"Flag","status":"active"}',
    '{"resourceType":"Flag","\\u0069d":"late","status":"active"}',
    '{"meta":{"\\u0076ersionId":"9"},"resourceType":"Flag","status":"active"}',
]


@pytest.mark.parametrize("text", TEXTS)
def test_wording_changes_id_and_meta_alone(text: str) -> None:
    shown = shown_text(text.encode(), id=b"ours", version=b"3", updated=b"2026-03-04T12:00:00.000Z")
    tree, was = json.loads(shown), json.loads(text)
    assert (tree.pop("id"), tree["meta"].pop("versionId"), tree["meta"].pop("lastUpdated")) == (
        "ours",
        "3",
        "2026-03-04T12:00:00.000Z",
    )
    was.pop("id", None)
    was.setdefault("meta", {}).pop("versionId", None)
    assert tree == was
    assert ("1.50" in text) == (b"1.50" in shown)


@pytest.mark.parametrize("others", [TEXTS[:2], TEXTS[:1] * 3, TEXTS])
@pytest.mark.parametrize("text", TEXTS)
def test_a_page_is_worded_as_each_of_its_resources_alone(text: str, others: list[str]) -> None:
    page = [*others, text, *others]
    ids = [f"{number:08}-0000-4000-8000-000000000000".encode() for number in range(len(page))]
    came = b"2026-03-04T12:00:00.000Z"
    given = b"\x1e".join(b"%b%b%d %b" % (id, came, 3, each.encode()) for id, each in zip(ids, page, strict=True))
    alone = [shown_text(each.encode(), id=id, version=b"3", updated=came) for id, each in zip(ids, page, strict=True)]
    shown = shown_page(rows_of(given), (b"<", b"|", b">"))
    assert shown == [b"<%b|%b>" % (id, each) for id, each in zip(ids, alone, strict=True)]


def _measured_often(ward: Partner, person: str, count: int) -> None:
    readings = [json.loads(pressure(person, f"1{number:03}.5")) for number in range(count)]
    assert ward.post("", bundle("transaction", *(posting("", each) for each in readings))).status_code == 200


def test_a_total_beyond_what_a_page_holds_is_told_when_it_is_asked_for() -> None:
    ward = record_system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    asked = f"Observation?patient={person}"
    for more, told in ((200, 200), (3, None)):
        _measured_often(ward, person, more)
        for page in (straight(ward, f"{asked}&_count=20")[2], ward.get(f"{asked}&_count=20").content):
            answer = json.loads(page)
            assert (answer.get("total"), len(answer["entry"])) == (told, 20)
            assert [link["relation"] for link in answer["link"]] == ["self", "next"]
    assert "total" not in json.loads(straight(ward, f"{asked}&_count=200")[2])
    for ask in ("_total=accurate", "_total=estimate", "_summary=count", "_totalMethod=count&_count=1"):
        assert json.loads(ward.get(f"{asked}&{ask}").content)["total"] == 203


def test_what_the_asker_may_not_see_is_not_even_counted() -> None:
    ward = record_system()
    person = json.loads(ward.post("Patient", ADA).content)["id"]
    shut = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "SDV"}
    sent = [json.loads(pressure(person, f"1{n}.5", **({"meta": {"security": [shut]}} if n < 2 else {}))) for n in range(5)]
    assert ward.post("", bundle("transaction", *(posting("", each) for each in sent))).status_code == 200
    ward.get(f"Patient/{person}")
    for path in (f"Observation?patient={person}&_count=2", f"Observation?patient={person}"):
        while path:
            page = straight(ward, path)[2]
            assert json.loads(page) == json.loads(ward.get(path).content)
            assert json.loads(page)["total"] == 3 and b"SDV" not in page
            path = next_of(page)


def test_of_whom_something_was_measured_here_the_long_way_tells_it_all_and_only_that_opens_the_record() -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    ward, stay = record_system(), on_the_ward(at=taken - timedelta(hours=1))
    person = now(stay).person_id
    sent = json.loads(ward.post("Observation", pressure(str(person))).content)
    path = f"Observation?patient={person}"
    page = straight(ward, path)
    assert page is not None and json.loads(page[2]) == json.loads(ward.get(path).content)
    seen(stay, at=taken)
    before = len(openings())
    assert straight(ward, path) is None and len(openings()) == before
    every = json.loads(ward.get(path).content)
    assert every["total"] == 9 and sent["id"] in {each["resource"]["id"] for each in every["entry"]}
    assert straight(ward, f"Observation/{sent['id']}") is not None
    ours = next(each["resource"]["id"] for each in every["entry"] if each["resource"]["id"] != sent["id"])
    assert straight(ward, f"Observation/{ours}") is None and ward.get(f"Observation/{ours}").status_code == 200
    assert straight(ward, f"Condition?patient={person}") is not None


def test_a_page_begun_the_short_way_goes_on_the_long_way_when_something_is_measured_in_between() -> None:
    taken = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    ward, stay = record_system(), on_the_ward(at=taken - timedelta(hours=1))
    person = str(now(stay).person_id)
    _measured_often(ward, person, 5)
    page = straight(ward, f"Observation?patient={person}&_count=2")
    assert page is not None
    told, path = [each["resource"]["id"] for each in json.loads(page[2])["entry"]], next_of(page[2])
    seen(stay, at=taken)
    while path:
        assert straight(ward, path) is None
        rest = ward.get(path).content
        told += [each["resource"]["id"] for each in json.loads(rest)["entry"]]
        path = next_of(rest)
    assert len(told) == len(set(told)) == 5
