"""Does the command judge a file, in the agreed form, as pictures, and say what is wrong with it?"""

import json
from pathlib import Path

import pytest

from homeward.cli import main

LINES = ["date,value", *(f"2025-{month:02d}-01,{10 if month % 2 else 12}" for month in range(1, 13)), "2026-01-01,30"]


@pytest.fixture
def series(tmp_path: Path) -> Path:
    path = tmp_path / "waits.csv"
    path.write_text("\n".join(LINES) + "\n")
    return path


def test_json_has_the_agreed_form(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spc", str(series), "--direction", "down", "--target", "11", "--fix-after", "12", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"points", "variation", "assurance"}
    assert found["variation"] == "concern_high" and found["assurance"] == "inconsistent"
    last = found["points"][-1]
    assert last == {
        "date": "2026-01-01", "value": 30.0, "mean": 11.0, "lpl": pytest.approx(5.68), "upl": pytest.approx(16.32),
        "special_cause": True, "rules": ["outside_limits"],
    }  # fmt: skip


def test_options_are_heard(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["spc", str(series), "--direction", "neutral", "--json"]
    assert main([*ask, "--rebase", "2025-07-01", "2025-10-01", "--no-screen"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len({point["mean"] for point in found["points"]}) == 3 and found["assurance"] is None
    assert main([*ask, "--kind", "c"]) == 0
    assert json.loads(capsys.readouterr().out)["points"][0]["lpl"] < 11
    with pytest.raises(SystemExit) as left:
        main([*ask, "--rebase", "July"])
    assert left.value.code == 2 and "no date" in capsys.readouterr().err


def test_a_person_gets_a_picture_and_a_sentence(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = series.parent
    asked = [
        "spc", str(series), "--direction", "down", "--title", "Waits", "--svg", str(out / "a.svg"), "--png", str(out / "a.png"),
        "--pdf", str(out / "a.pdf"),
    ]  # fmt: skip
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Waits: Getting worse (higher)" in said and "above the upper limit" in said and "average" in said
    assert (out / "a.svg").read_text().startswith("<svg") and (out / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (out / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date,value\n2026-01-01,twelve\n", "Line 2: the value 'twelve' is no number"),
        ("date,value\n2026-01-01,1\n2026-01-01,2\n", "Line 3: 2026-01-01 is already on line 2"),
        ("", "The file is empty"),
        ("name\n", "Line 1: the heading must have date and value"),
    ],
)
def test_a_bad_file_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    assert main(["spc", str(path), "--direction", "up", "--json"]) == 2
    assert words in capsys.readouterr().err


def test_no_file_and_no_text_are_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spc", str(tmp_path / "none.csv"), "--direction", "up"]) == 2
    assert "cannot be read (No such file or directory)" in capsys.readouterr().err
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00date")
    assert main(["spc", str(tmp_path / "x.csv"), "--direction", "up"]) == 2
    assert "no text in UTF-8" in capsys.readouterr().err
