"""When partners ask at the same moment, does each get its own answer, judged by itself, and one opening of its own?"""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from homeward.access.api import close_client, consent, gate, relationships, system
from homeward.fhir.straight import asking
from homeward.fhir.straight.asking import Rows, Values, element, let_go
from homeward.fhir.straight.gathering import Gathering
from homeward.fhir.straight.grants import Grant, digest, forget, known
from homeward.fhir.straight.lane import short_way
from homeward.fhir.tests.partner import NOON, Partner
from homeward.fhir.tests.test_records_api import ADA, pressure
from homeward.fhir.tests.test_records_api import system as record_system

LONG = 60.0  # seconds after which a waiting thread is a fault


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Each test begins knowing nobody, and leaves no connection open to a database that is copied anew."""
    forget()
    yield
    let_go()
    forget()


def waiting_for(gathering: Gathering[Any, Any], many: int) -> Callable[[], bool]:
    return lambda: len(gathering._waiting) >= many


def until(true: Callable[[], bool]) -> None:
    """Wait, without end only as long as something is wrong."""
    ready, end = threading.Event(), datetime.now(UTC) + timedelta(seconds=LONG)
    while not true():
        assert datetime.now(UTC) < end
        ready.wait(0.002)


def test_those_who_wait_are_asked_about_together_and_each_gets_its_own() -> None:
    asked: list[list[int]] = []
    go = threading.Event()

    def ask_all(questions: Sequence[int]) -> list[int | None]:
        asked.append(list(questions))
        assert go.wait(LONG)
        return [None if each == 7 else each * 10 for each in questions]

    gathering: Gathering[int, int] = Gathering(ask_all, at_once=1, most=8)
    with ThreadPoolExecutor(20) as pool:
        first = pool.submit(gathering.ask, 0)
        until(lambda: asked == [[0]])
        rest = {each: pool.submit(gathering.ask, each) for each in range(1, 13)}
        until(waiting_for(gathering, 12))
        go.set()
        assert first.result(LONG) == 0
        assert {each: found.result(LONG) for each, found in rest.items()} == {
            each: None if each == 7 else each * 10 for each in range(1, 13)
        }
    assert [len(each) for each in asked] == [1, 8, 4]
    assert gathering.ask(5) == 50 and asked[-1] == [5]


def test_an_asking_that_breaks_leaves_nobody_waiting_and_the_next_is_asked() -> None:
    asked: list[list[int]] = []
    go = threading.Event()

    def ask_all(questions: Sequence[int]) -> list[int | None]:
        asked.append(list(questions))
        assert go.wait(LONG)
        if len(asked) == 2:
            raise RuntimeError("gone")
        return list(questions)

    gathering: Gathering[int, int] = Gathering(ask_all, at_once=1, most=4)
    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(gathering.ask, 1)
        until(lambda: asked == [[1]])
        rest = [pool.submit(gathering.ask, each) for each in (2, 3, 4)]
        until(waiting_for(gathering, 3))
        go.set()
        assert first.result(LONG) == 1
        ends = [found.exception(LONG) or found.result() for found in rest]
    assert sorted(map(str, ends)) == ["None", "None", "gone"]
    assert gathering.ask(5) == 5


@pytest.mark.django_db
@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), max_size=5))
def test_a_text_is_one_element_whatever_is_in_it(texts: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select %s::text[]", [(b"{" + b",".join(map(element, texts)) + b"}").decode()])
        assert cursor.fetchone()[0] == texts
    with pytest.raises(ValueError, match="cannot hold"):
        element("a\0b")


def with_measurements(ward: Partner, count: int) -> tuple[list[str], list[str]]:
    """So many people with one measurement each: their ids and those of the measurements."""
    people, made = [], []
    for each in range(count):
        identifier = [{"system": "https://ward.example/id", "value": f"W-{each}"}]
        name = [{"family": f"Brook{chr(97 + each)}", "given": ["Ada"]}]
        tree = ADA | {"identifier": identifier, "name": name, "birthDate": f"19{30 + each}-05-17"}
        people.append(json.loads(ward.post("Patient", tree).content)["id"])
        made.append(json.loads(ward.post("Observation", pressure(people[-1], f"1{each}.50")).content)["id"])
    return people, made


def grant_of(sender: Partner) -> Grant:
    found = known(f"Bearer {sender.token}")
    assert found is not None
    return found


def about(grant: Grant, id: str, *, kind: bytes = b"Observation") -> Values:
    why = element("reading an observation over FHIR")
    return grant.token, kind, id.encode(), why, grant.needs_relation, grant.care, grant.partners, grant.seen


def openings() -> Counter[tuple[str, str, str]]:
    with gate.job("bench", at=NOON), connection.cursor() as cursor:
        cursor.execute("select actor_name, person_id::text, mode from access_opening where why like 'reading %'")
        return Counter(cursor.fetchall())


def ids(answers: Sequence[Rows | None]) -> list[str]:
    return [(each[0][0] or b"").decode() if each else "" for each in answers]


def shut_out() -> None:
    """The first system's token is over, and the other system is closed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update access_apitoken t set expires_at = now() - interval '1 second' from access_apiclient c"
            " where c.id = t.client_id and c.name = 'Ward system'"
        )
        cursor.execute("select client_id from access_apiclient where name = 'Other system'")
        client = cursor.fetchone()[0]
    close_client(client_id=client, by=system("setup"), at=datetime.now(UTC))


@pytest.mark.hazard(
    "HZ-S73-173",
    hazard="When many systems ask at once, one that may not read a record gets it with the leave of another.",
    control="Every question of those answered together is judged by its own token, relationship and objection, and only "
    "the person opened for that very question is read.",
)
@pytest.mark.django_db(transaction=True)
def test_each_question_of_many_is_judged_by_its_own_token_and_person() -> None:
    ward, other = record_system(), record_system("Other system")
    people, made = with_measurements(ward, 4)
    for sender in (ward, other):
        sender.get(f"Patient/{people[0]}")
    good, second = grant_of(ward), grant_of(other)
    bound = replace(second, needs_relation=b"t")  # as a system whose role needs a relationship
    here: dict[str, Any] = {"by": system("demo"), "at": NOON}
    for person, sender_grant in ((people[1], second), (people[2], good)):
        with gate.person(UUID(person), why="arranging", **here):
            relationships.grant(
                UUID(person), sender_grant.actor.organisation, kind="referral", source_id=UUID(person), at=NOON
            )
    with gate.person(UUID(people[2]), why="arranging", **here):
        consent.record(person_id=UUID(people[2]), kind="objection", purpose=consent.care_purpose(), **here)
    nonsense = replace(good, token=digest("nonsense"))
    sightless = replace(good, seen=element("{}"))
    asked = [
        about(good, made[0]),
        about(nonsense, made[0]),
        about(bound, made[0]),  # looks after nobody of them but the next
        about(bound, made[1]),
        about(second, made[2]),  # the person objected to all who do not look after them
        about(good, made[2]),
        about(good, people[0]),  # no id of an observation
        about(good, made[3], kind=b"Condition"),
        about(sightless, made[3]),
        about(second, made[0]),
    ]
    before = openings()
    answers = asking._ask_all(b"item", asked)
    yes = {0: "Ward system", 3: "Other system", 5: "Ward system", 9: "Other system"}
    assert ids(answers) == [made[made.index(asked[n][2].decode())] if n in yes else "" for n in range(len(asked))]
    written = Counter({(name, people[made.index(asked[n][2].decode())], "person"): 1 for n, name in yes.items()})
    assert openings() - before == written

    shut_out()
    assert ids(asking._ask_all(b"item", asked)) == [""] * len(asked)
    assert openings() - before == written


@pytest.mark.django_db(transaction=True)
def test_one_bad_question_keeps_no_other_from_its_answer() -> None:
    ward = record_system()
    people, made = with_measurements(ward, 2)
    good = ward.get(f"Observation/{made[0]}")
    grant = grant_of(ward)
    bad = (*about(grant, made[0])[:2], b"no uuid", *about(grant, made[0])[3:])
    assert asking._ask_all(b"item", [about(grant, made[0]), bad]) == [None, None]  # and so both go the long way
    assert ids(asking._ask_all(b"item", [about(grant, made[1])])) == [made[1]]
    assert json.loads(ward.get(f"Observation/{made[0]}").content) == json.loads(good.content)
    ward.get("Patient?identifier=https://ward.example/id|W-0")
    odd = ("W-0%00", '"', "{", "}", "W-0%22%2C%22W-1", "%5C", "W-1%5C", "null")
    for number in ("W-0", *odd):
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": "/fhir/R4/Patient",
            "QUERY_STRING": f"identifier=https://ward.example/id|{number}", "HTTP_AUTHORIZATION": f"Bearer {ward.token}",
        }  # fmt: skip
        assert (short_way(environ) is not None) == (number == "W-0"), number


@pytest.mark.hazard(
    "HZ-S73-174",
    hazard="When many systems ask at once, the answer to one reaches another.",
    control="Every answer carries the number and the id of its question and is given out only when both agree; many "
    "threads asking for different people by different tokens prove it.",
)
@pytest.mark.django_db(transaction=True)
def test_many_at_once_by_different_tokens_each_read_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    senders = [record_system(name) for name in ("Ward system", "Other system", "Third system")]
    people, made = with_measurements(senders[0], 6)
    for sender in senders:
        assert sender.get(f"Observation?patient={people[0]}").status_code == 200
    together: list[int] = []
    real = asking._ask_all

    def counted(statement: bytes, questions: Sequence[Values]) -> list[Rows | None]:
        together.append(len(questions))
        if len(together) == 1:  # the first of all waits until others do
            until(waiting_for(asking._gatherings[statement], 5))
        return real(statement, questions)

    monkeypatch.setattr(asking, "_ask_all", counted)
    before = openings()
    jobs = [(sender, number) for _ in range(8) for sender in senders for number in range(6)]
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(lambda job: _three_ways(job[0], people[job[1]], made[job[1]], f"W-{job[1]}"), jobs))
    for (_, number), (read, by_patient, by_number) in zip(jobs, found, strict=True):
        assert (read["id"], read["subject"]["reference"]) == (made[number], f"Patient/{people[number]}")
        assert [each["resource"]["id"] for each in by_patient["entry"]] == [made[number]]
        assert by_patient["link"][0]["url"].endswith(f"patient={people[number]}")
        assert [each["resource"]["id"] for each in by_number["entry"]] == [people[number]]
    assert max(together) >= 5  # many were answered together, or nothing was proved
    names = ("Ward system", "Other system", "Third system")
    assert openings() - before == Counter({(name, person, "person"): 8 for name in names for person in people})


def _three_ways(sender: Partner, person: str, measurement: str, number: str) -> list[Any]:
    answers = []
    for where, query in (
        (f"Observation/{measurement}", ""),
        ("Observation", f"patient={person}"),
        ("Patient", f"identifier=https://ward.example/id|{number}"),
    ):
        sent = short_way(
            {
                "REQUEST_METHOD": "GET", "PATH_INFO": f"/fhir/R4/{where}", "QUERY_STRING": query,
                "HTTP_AUTHORIZATION": f"Bearer {sender.token}",
            }
        )  # fmt: skip
        assert sent is not None, (where, query)
        answers.append(json.loads(sent[2]))
    return answers
