"""Does the command write a whole copy, as a folder or as one file, and say where?"""

import argparse
import json
import zipfile
from pathlib import Path

import pytest

from homeward.access.api import gate, relationships, system
from homeward.cli import export
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import LONG_AGO

pytestmark = pytest.mark.django_db


def test_a_folder_and_a_zip_hold_the_same_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person_id = new_id()
    with gate.person(person_id, by=system("demo"), at=LONG_AGO):
        relationships.grant(person_id, "a-team", kind="referral", source_id=new_id(), at=LONG_AGO)
    for out in (tmp_path / "folder", tmp_path / "file.zip"):
        asked = argparse.Namespace(what="", person=person_id, out=out, reason="She asked.", json=True)
        assert export.run(asked) == 0
        assert json.loads(capsys.readouterr().out)["out"] == str(out)
    row = (tmp_path / "folder" / "tables" / "access_relationship.jsonl").read_text()
    assert json.loads(row)["team_code"] == "a-team"
    with zipfile.ZipFile(tmp_path / "file.zip") as archive:
        assert archive.read("tables/access_relationship.jsonl").decode() == row
        assert "index.html" in archive.namelist()


def test_a_return_is_written_table_by_table_for_its_owner_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = argparse.Namespace(
        what="csds",
        person=None,
        period="2026-03",
        provider="bchc",
        kind="provisional",
        out=tmp_path / "csds",
        reason="A test.",
        json=True,
    )
    assert export.run(asked) == 0
    told = json.loads(capsys.readouterr().out)["providers"][0]
    folder = tmp_path / "csds" / "bchc"
    assert json.loads((folder / "manifest.json").read_text())["sha256"] == told["sha256"]
    assert (folder / "CYP000Header.csv").read_text().splitlines()[1].startswith("1.6,RYW,RYW,Homeward,2026-03-01")
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_neither_a_person_nor_a_return_is_told_what_to_say(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="export csds"):
        export.run(argparse.Namespace(what="", person=None, out=tmp_path))
