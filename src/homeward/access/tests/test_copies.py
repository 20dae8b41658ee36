"""Does a person's copy hold every row that the database keeps about them, and say what is kept back?"""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from homeward.access.actions.gather_export import KEPT_FOR, throw_old_away
from homeward.access.api import ask_copy, consent, exports, gate, gather, open_export, system, unpacked
from homeward.access.models import Export
from homeward.access.queries.own_rows import tables_about_people
from homeward.access.rules.copying import SECRET_COLUMNS, is_kept_back
from homeward.access.tests.arranging import AT, field_worker, looked_after_by, role_that, two_teams
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, NotPermitted
from tests.plumbing.people_at_work import citizen, staff

pytestmark = pytest.mark.django_db

NAMED = """
select table_name from information_schema.columns c
where table_schema = 'public' and column_name in ('person_id', 'patient_id')
  and not exists (select from pg_class p where p.relname = c.table_name and p.relispartition)
  and exists (select from information_schema.tables t where t.table_schema = 'public' and t.table_name = c.table_name
              and t.table_type = 'BASE TABLE')
"""


def auditor() -> Actor:
    role = role_that(lambda role: role.may("access.export") and role.may("audit.view"))
    return staff(role=role, organisation=place().card.owner, name="Priya Mistry")


def somebody() -> UUID:
    person_id = looked_after_by(two_teams()[0])
    own = citizen(person_id=person_id)
    consent.record(person_id=person_id, kind="objection", purpose=consent.care_purpose(), words="No.", by=own, at=AT)
    return person_id


def copied(person_id: UUID, by: Actor) -> zipfile.ZipFile:
    export = ask_copy(person_id=person_id, reason="She asked; passport seen.", by=by, at=AT, queue=False)
    gather(export.id, at=AT)
    return zipfile.ZipFile(io.BytesIO(open_export(export_id=export.id, by=by, at=AT).content))


def rows_kept(table: str, person_id: UUID) -> int:
    column = next(each.person_column for each in tables_about_people() if each.name == table)
    with gate.job("copies"), connection.cursor() as cursor:
        cursor.execute(f'select count(*) from "{table}" where {column} = %s', [person_id])
        return int(cursor.fetchone()[0])


@pytest.mark.hazard(
    "HZ-S73-17",
    hazard="A person asks for everything that is kept about them and gets a part of it.",
    control="The copy is drawn from the database's own list of tables with a person's id; a test counts every one of them.",
)
def test_every_table_with_a_persons_id_is_in_the_copy_with_every_row() -> None:
    person_id, other = somebody(), somebody()
    before = {each.name: rows_kept(each.name, person_id) for each in tables_about_people()}
    archive = copied(person_id, auditor())
    with connection.cursor() as cursor:
        cursor.execute(NAMED)
        named = {row[0] for row in cursor.fetchall()}
    assert named <= {each.name for each in tables_about_people()} and len(named) > 15
    for table in named:
        lines = archive.read(f"tables/{table}.jsonl").decode().splitlines()
        # the copy's own openings, events and entry are written while it is made
        assert before[table] <= len(lines) <= rows_kept(table, person_id), table
        assert str(other) not in "".join(lines)
        assert not SECRET_COLUMNS & {name for line in lines for name in json.loads(line)}
    assert before["access_consent"] == 1 and before["foundation_event"] >= 1 and before["access_user"] == 1
    assert "No." in archive.read("tables/access_consent.csv").decode()
    assert "opened" in archive.read("who-looked.csv").decode() and "password" in archive.read("withheld.csv").decode()
    assert "A copy of your record" in archive.read("index.html").decode()


def test_a_row_about_somebody_else_is_listed_and_not_shown() -> None:
    hidden = [each.code for each in place().sensitivities.values() if not each.person_sees]
    assert hidden and is_kept_back({"sensitivity": hidden[0]}, hidden)
    assert not is_kept_back({"sensitivity": ""}, hidden) and not is_kept_back({"id": 1}, hidden)


def test_only_those_who_may_ask_with_a_reason_and_it_is_thrown_away_in_time(tmp_path: Path) -> None:
    person_id, by = somebody(), auditor()
    with pytest.raises(Invalid):
        ask_copy(person_id=person_id, reason=" ", by=by, at=AT, queue=False)
    with pytest.raises(NotPermitted):
        ask_copy(person_id=person_id, reason="Curious.", by=field_worker(two_teams()[0]), at=AT, queue=False)
    export = ask_copy(person_id=person_id, reason="She asked.", by=by, at=AT)
    assert exports(by=by, at=AT)[0].state == "waiting" and exports(by=by, at=AT)[0].moving
    with pytest.raises(NotFound, match="not ready"):
        open_export(export_id=export.id, by=by, at=AT)
    gather(export.id, at=AT)
    gather(export.id, at=AT)  # a job that is run twice gathers once
    row = exports(by=by, at=AT)[0]
    assert (row.state, row.done) == ("ready", row.total) and row.rows > 0 and row.size > 0
    unpacked(io.BytesIO(open_export(export_id=export.id, by=by, at=AT).content), tmp_path)
    assert (tmp_path / "index.html").exists() and (tmp_path / "tables" / "access_consent.csv").exists()
    assert throw_old_away(AT + KEPT_FOR) == 0 and throw_old_away(AT + KEPT_FOR + timedelta(days=1)) == 1
    with pytest.raises(NotFound):
        open_export(export_id=export.id, by=by, at=AT)
    assert Export.objects.count() == 0, "nothing is read without the gate"


def test_a_gathering_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OSError("no room")

    person_id, by = somebody(), auditor()
    export = ask_copy(person_id=person_id, reason="She asked.", by=by, at=AT, queue=False)
    monkeypatch.setattr("homeward.access.actions.gather_export.write_copy", broken)
    with pytest.raises(OSError, match="no room"):
        gather(export.id, at=AT)
    assert exports(by=by, at=AT)[0].state == "failed" and system("copies").kind == "system"
