"""Do writers, readers and the sealer share the event log without waiting or missing a row, and is tampering found?"""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest
from django.db import connection, connections, transaction

from homeward.access import jobs
from homeward.access.api import gate, system, verified
from homeward.access.tests.arranging import AT
from homeward.cli.audit import run
from homeward.foundation import events
from homeward.foundation.ids import new_id
from tests.plumbing import cluster
from tests.plumbing.settling import let_settle

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
WRITERS, EACH = 20, 25


def write(person_id: UUID) -> UUID:
    """One event in one transaction, about a person whose gate is open."""
    with transaction.atomic(), gate.person(person_id, by=system("demo"), at=AT, why="testing"):
        row = events.append(
            events.NewEvent(
                kind="referral.note",
                at=AT,
                person_id=person_id,
                subject_kind="referral",
                subject_id=new_id(),
                actor_id=None,
                actor_name="A",
                actor_kind="system",
                organisation="x",
                role="x",
                purpose="x",
            )  # fmt: skip
        )
        time.sleep(0.001)  # let transactions overlap, so that they commit out of order
        return row.id


def read_to_the_end(stop: threading.Event, read: list[UUID]) -> None:
    """A consumer that follows the log while it is written."""
    mark = events.start()
    while True:
        over = stop.is_set()
        with gate.job("extract"):
            rows = events.after(mark, limit=37)
        read += [row.id for row in rows]
        mark = rows[-1].watermark if rows else mark
        if over and not rows:
            break
    connections.close_all()


def waits_for_no_lock_longer_than(time: str) -> None:
    """On this connection from now on, a statement that must wait longer for another's lock fails, however busy the machine is."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('lock_timeout', %s, false)", [time])


@pytest.mark.hazard(
    "HZ-S73-5",
    hazard="Under load a clock, board or measure misses an event.",
    control="The log is read in an order that is final, below the oldest transaction still running.",
)
def test_twenty_writers_a_reader_and_a_sealer_at_once() -> None:
    before = verified()
    written: list[UUID] = []
    read: list[UUID] = []
    writing_over, sealing_over = threading.Event(), threading.Event()

    def writer() -> None:
        waits_for_no_lock_longer_than("5s")
        for _ in range(EACH):
            written.append(write(new_id()))
        connections.close_all()

    def sealer() -> None:
        while not sealing_over.is_set():
            jobs.seal_events(timestamp=0)
        connections.close_all()

    writers = [threading.Thread(target=writer) for _ in range(WRITERS)]
    others = [threading.Thread(target=read_to_the_end, args=(writing_over, read)), threading.Thread(target=sealer)]
    for thread in (*others, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    let_settle()
    writing_over.set()
    sealing_over.set()
    for thread in others:
        thread.join()

    assert len(written) == WRITERS * EACH, "a writer waited for the sealer"
    assert sorted(read[-len(written) :]) == sorted(written), "a consumer missed or repeated an event"
    while jobs.seal_events(timestamp=0):
        pass
    after = verified()
    assert after.whole and after.sealed - before.sealed >= len(written) and after.waiting == 0


def test_a_writer_is_not_held_up_by_a_sealer_in_the_middle_of_its_work() -> None:
    write(new_id())
    let_settle()
    with psycopg.connect(**connection.get_connection_params()) as sealing:
        sealing.execute("select foundation_seal(5000)")
        assert events.seal() == 0  # a second sealer steps aside
        waits_for_no_lock_longer_than("1s")
        write(new_id())
    assert verified().whole


@pytest.fixture
def sealed() -> Iterator[psycopg.Connection]:
    """A log of three blocks, and the database's superuser, who can do what no role of ours can."""
    for _ in range(3):
        write(new_id())
        write(new_id())
        let_settle()
        assert jobs.seal_events(timestamp=0) >= 2
    assert verified().whole
    address = cluster.address("postgres", str(connection.settings_dict["NAME"]))
    with psycopg.connect(address, autocommit=True) as superuser:
        superuser.execute("set session_replication_role = replica")  # switches the triggers off
        yield superuser


TAMPERING = {
    "a fact changed": "update foundation_event set facts = '{\"forged\": true}' where kind = 'referral.note'",
    "the actor changed": "update foundation_event set actor_name = 'Nobody' where kind = 'referral.note'",
    "the moment moved": "update foundation_event set at = at - interval '1 hour' where kind = 'referral.note'",
    "fact and digest changed together": (
        "update foundation_event e set digest = foundation_event_digest(f) from"
        " (select * from foundation_event where kind = 'referral.note') f where e.id = f.id and false;"
        "update foundation_event e set purpose = 'forged' where kind = 'referral.note';"
        "update foundation_event e set digest = foundation_event_digest(e) where kind = 'referral.note'"
    ),
    "an event removed": "delete from foundation_event where kind = 'referral.note'",
    "an event slipped in": (
        "insert into foundation_event (xid, id, kind, at, subject_kind, subject_id, actor_name, actor_kind,"
        " organisation, role, purpose, digest) select xid, gen_random_uuid(), kind, at, subject_kind, subject_id,"
        " 'x', 'x', 'x', 'x', 'x', 'x' from foundation_event where kind = 'referral.note' order by position limit 1"
    ),
    "a block removed": "delete from foundation_block where number = (select max(number) - 1 from foundation_block)",
    "a dump restored where transactions are counted anew": (
        "update foundation_block set last_xid = last_xid + 1000000000"
        " where number = (select max(number) from foundation_block)"
    ),
    "a block replaced": "update foundation_block set digest = 'x' where number = 2",
}


@pytest.mark.parametrize("how", TAMPERING)
@pytest.mark.hazard(
    "HZ-S73-4",
    hazard="Somebody rewrites what happened, and nobody can tell.",
    control="Events are sealed in chained blocks; verifying finds every change, also one made by the superuser.",
)
def test_tampering_is_found(how: str, sealed: psycopg.Connection, capsys: pytest.CaptureFixture[str]) -> None:
    from argparse import Namespace

    assert run(Namespace(json=True)) == 0
    for statement in TAMPERING[how].split(";"):
        sealed.execute(statement)
    found = verified()
    assert not found.whole and all(each.words for each in found.breaks)
    assert run(Namespace(json=False)) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_the_application_cannot_tamper_at_all() -> None:
    write(new_id())
    for statement in ("update foundation_event set facts = '{}'", "delete from foundation_block"):
        with pytest.raises(Exception, match="permission denied|only ever added"), transaction.atomic():
            connection.cursor().execute(statement)
    with connections["owner"].cursor() as cursor, pytest.raises(Exception, match="only ever added"):
        cursor.execute("update foundation_event set facts = '{}'")


def test_months_are_made_ahead_and_each_is_shut_by_itself() -> None:
    far = int(datetime(2031, 5, 1, tzinfo=UTC).timestamp())
    assert jobs.make_months(timestamp=far) == 6
    assert jobs.make_months(timestamp=far) == 0
    with connection.cursor() as cursor:
        cursor.execute(
            "select relrowsecurity from pg_class where relname in ('access_opening_2031_06', 'foundation_event_2031_07')"
        )
        assert cursor.fetchall() == [(True,), (True,)]
