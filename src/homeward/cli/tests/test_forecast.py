"""Is the forecast's rule judged on real published months, are the figures on its page those, and is a bad file refused in words?"""

import json
import os
from pathlib import Path

import pytest

from homeward.cli import main
from homeward.hospital.api import PUBLISHED, Judged, judged

FILE = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "hospital-series" / "ae_attendances.csv"
REAL = pytest.mark.skipif(not FILE.is_file(), reason="HOMEWARD_EXAMPLES names no folder of examples")


@REAL
def test_the_page_states_what_the_published_months_of_real_hospitals_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", str(FILE), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told.pop("series") == 133 and Judged(**told) == PUBLISHED
    assert PUBLISHED.rule < PUBLISHED.season, "better than a year ago"
    assert "'as last time' did better" in PUBLISHED.words, "and worse than last month, which is said"


@REAL
def test_one_hospital_can_be_judged_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", str(FILE), "--only", "RRK"]) == 0
    assert "1 series. Over 24 guesses the rule was out by 11.82%" in capsys.readouterr().out


def test_what_never_changes_is_guessed_by_all_and_a_season_by_the_season() -> None:
    assert judged([[5.0] * 24]) == Judged(guesses=12, rule=0, last=0, season=0)
    winter = [10.0, *[4.0] * 11] * 3
    found = judged([winter])
    assert found is not None and found.season == 0 and found.rule > 0 and "'as a season ago' did better" in found.words
    assert judged([[1.0] * 12]) is None and judged([]) is None and judged([[0.0] * 30]) is None


def test_no_value_is_guessed_from_itself_or_what_came_later() -> None:
    told = [float(each) for each in (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9)]
    rule = (6 * 8 + 5 * 5 + 4 * 3 + 3 * 5 + 2 * 6 + 1 * 2) / 21
    found = judged([told])
    assert found == Judged(guesses=1, rule=round(100 * (9 - rule) / 9, 2), last=11.11, season=66.67)


def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "months.csv"
    for content, words in (
        ("period,org_code\n2017-03-01,RRK\n", "A column or a value is not what was expected"),
        ("period,org_code,admissions\nspring,RRK,4\n", "spring"),
        ("period,org_code,admissions\n2017-03-01,RRK,4\n", "more than twelve months"),
        ("period,org_code,admissions\n2017-03-09,RRK,4\n", "2017-03-09 is not the first day of a month"),
        ("period,org_code,admissions\n2017-03-01,RRK,nan\n", "nan is not a count"),
        ("period,org_code,admissions\n2017-03-01,RRK,-4\n", "-4 is not a count"),
        ("period,org_code,admissions\n2017-03-01,RRK,4\n2017-06-01,RRK,4\n", "between March 2017 and June 2017"),
        ("org_code,admissions,period\nRRK\n", "A column or a value is not what was expected"),
        (f"period,org_code,admissions\n{'9' * 140_000},RRK,4\n", "field larger than field limit"),
    ):
        path.write_text(content)
        assert main(["forecast", str(path)]) == 2 and words in capsys.readouterr().err
    assert main(["forecast", str(tmp_path / "none.csv")]) == 2 and "cannot be opened" in capsys.readouterr().err
