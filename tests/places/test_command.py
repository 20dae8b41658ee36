"""Does `homeward place` answer people and machines, and are the pages in docs/ as the declarations draw them?"""

import json
from pathlib import Path

import pytest

from homeward.cli import main
from homeward.grammar.api import load
from homeward.grammar.pages import pages
from tests.places import BIRMINGHAM_SOLIHULL, MILLBROOK

DOCS = Path(__file__).parents[2] / "docs" / "generated" / "place"


def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", "check", "--place", MILLBROOK, "--on", "2026-11-21"]) == 0
    assert "nothing wrong" in capsys.readouterr().out


def test_check_says_what_is_wrong_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", "check", "--place", MILLBROOK, "--on", "2031-01-01", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["place"] == "millbrook"
    assert {fault["rule"] for fault in answer["faults"]} == {"review-overdue", "bank-holidays-run-out"}


def test_export_writes_a_bundle(tmp_path: Path) -> None:
    out = tmp_path / "place.json"
    assert main(["place", "export", "--place", MILLBROOK, "--fhir", str(out), "--base", "https://x.example/R4/"]) == 0
    bundle = json.loads(out.read_text())
    assert bundle["resourceType"] == "Bundle"
    assert all(entry["fullUrl"].startswith("https://x.example/R4/") for entry in bundle["entry"])


def test_pages_are_written(tmp_path: Path) -> None:
    assert main(["place", "pages", "--place", MILLBROOK, str(tmp_path / "out")]) == 0
    assert "stateDiagram-v2" in (tmp_path / "out" / "rapid-help.md").read_text()


def test_pages_in_the_docs_are_fresh() -> None:
    drawn = pages(load(BIRMINGHAM_SOLIHULL))
    kept = {file.name: file.read_text(encoding="utf-8") for file in DOCS.glob("*.md")}
    assert kept == drawn, "Draw them again: homeward place pages docs/generated/place"
