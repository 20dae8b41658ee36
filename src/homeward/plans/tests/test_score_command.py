"""Does `homeward score` work out a file, keep what it cannot, and say which cell is wrong?"""

import argparse
import csv
import json
from pathlib import Path

import pytest

from homeward.cli.score import arguments, run
from homeward.plans.rules.scores.news2 import COLUMNS

HEADING = ",".join(COLUMNS)


def main(asked: list[str]) -> int:
    """As the command is run."""
    parser = argparse.ArgumentParser()
    arguments(parser)
    return run(parser.parse_args(asked))


def written(folder: Path, *rows: str, heading: str = HEADING) -> Path:
    path = folder / "in.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_rows_come_out_with_points_total_and_response(tmp_path: Path) -> None:
    file = written(tmp_path, "16,97,1,0,120,70,A,37.0,first", "30,97,1,1,120,70,C,,second", heading=f"{HEADING},note")
    out = tmp_path / "out.csv"
    assert main(["news2", str(file), "--out", str(out)]) == 0
    well, missing = rows_of(out)
    assert (well["total"], well["response"], well["note"]) == ("0", "low", "first")
    assert list(well) == [*COLUMNS, "note", *(f"{c}_points" for c in COLUMNS if c != "spo2_scale"), "total", "response"]
    assert (missing["total"], missing["response"], missing["temperature_points"]) == ("", "", "")
    assert (missing["respiratory_rate_points"], missing["consciousness_points"]) == ("3", "3")


def test_a_cell_that_cannot_be_is_named_and_its_row_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = written(tmp_path, "16,97,1,0,120,70,A,37.0", "16,0.97,1,0,120,70,A,37.0"), tmp_path / "out.csv"
    assert main(["news2", str(file), "--out", str(out)]) == 1
    good, bad = rows_of(out)
    assert (good["total"], good["error"]) == ("0", "")
    assert bad["total"] == "" and bad["spo2"] == "0.97" and "row 3, spo2: '0.97'" in bad["error"]
    assert "row 3, spo2" in capsys.readouterr().err


def test_a_machine_gets_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "16,97,1,0,120,70,A,37.0")
    assert main(["news2", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["rows"][0]["total"] == 0 and found["rows"][0]["response"] == "low" and not found["errors"]


def test_a_file_without_a_column_is_asked_wrongly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "16", heading="respiratory_rate")
    assert main(["news2", str(file)]) == 2
    assert "lacks the columns spo2" in capsys.readouterr().err


def test_help_lists_every_score_and_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0
    for words in (
        "Royal College of Physicians",
        "shortness_of_breath",
        "months_backwards",
        "phase",
        "akps",
        "cfs",
        "stairs",
    ):
        assert words in said
