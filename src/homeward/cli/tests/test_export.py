"""Does the command write a whole copy, as a folder or as one file, and say where?"""

import argparse
import json
import zipfile
from pathlib import Path

import pytest

from homeward.access.api import gate, relationships, system
from homeward.cli import export
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db


def test_a_folder_and_a_zip_hold_the_same_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person_id = new_id()
    with gate.person(person_id, by=system("demo"), at=LONG_AGO):
        relationships.grant(person_id, "a-team", kind="referral", source_id=new_id(), at=LONG_AGO)
    for out in (tmp_path / "folder", tmp_path / "file.zip"):
        asked = argparse.Namespace(person=person_id, out=out, reason="She asked.", json=True)
        assert export.run(asked) == 0
        assert json.loads(capsys.readouterr().out)["out"] == str(out)
    row = (tmp_path / "folder" / "tables" / "access_relationship.jsonl").read_text()
    assert json.loads(row)["team_code"] == "a-team"
    with zipfile.ZipFile(tmp_path / "file.zip") as archive:
        assert archive.read("tables/access_relationship.jsonl").decode() == row
        assert "index.html" in archive.namelist()
