"""Does `homeward measures` say of a rate that it is crude, and give it standardised for age on each engine?"""

import json
from datetime import timedelta

import pytest

from homeward.cli import parser
from homeward.foundation.moments import london_day
from homeward.web.numbers.tests.test_by_age import lived, own_lake
from tests.plumbing.the_moment import began

pytestmark = pytest.mark.django_db
__all__ = ["own_lake"]


def test_a_rate_is_called_crude_and_stands_beside_the_standardised_one(capsys: pytest.CaptureFixture[str]) -> None:
    now = began()
    lived(now, admitted=2, others=2)
    days = ("--first", (london_day(now) - timedelta(days=30)).isoformat(), "--last", london_day(now).isoformat())
    for engine in ("duckdb", "postgres"):
        told = _command(capsys, "older-people-admitted", "--engine", engine, *days, "--json")
        [found] = json.loads(told)["measures"]
        assert (found["rows_are"], found["standardised"][0]["value"]) == ("crude", pytest.approx(500)), engine
    words = _command(capsys, "older-people-admitted", "--by", "locality", *days)
    assert "the rate above is crude. Standardised for age to the European standard population 2013" in words
    assert words.count("500.0 (") == 2  # everybody, and the one locality where all of them live


def _command(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    options = parser().parse_args(["measures", *words])
    assert options.module.run(options) == 0
    return capsys.readouterr().out
