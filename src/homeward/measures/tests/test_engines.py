"""Do all engines give the same rows of a measure, to the last one?"""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.foundation.spark import SparkMissing
from homeward.measures.actions.engines import plain_rows, rows_of_measure
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.tests.test_increments import Town
from tests.plumbing.settling import let_settle

pytestmark = pytest.mark.django_db(transaction=True)
NO_SPARK = importlib.util.find_spec("pyspark") is None
STORY = (("need", 0), ("need", 1), ("need", 4), ("contact", 1), ("weighed", 0), ("need", 6), ("moved", 2), ("died", 2))
LATER = (("contact", 0), ("weighed", 0), ("need", 3))


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """A lake with rows struck out and rows added."""
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    town = Town()
    for story in (STORY, LATER):
        for what, choice in story:
            town.happen(what, choice)
        let_settle()
        refresh_lake(at=town.now)
    yield town


def computed() -> list[str]:
    return [code for code, measure in directory.place().measures.items() if measure.expression is not None]


def test_postgres_gives_the_rows_that_duckdb_gives(lake: Town) -> None:
    some = 0
    for code in computed():
        expected = plain_rows(rows_of_measure(code, engine="duckdb"))
        assert plain_rows(rows_of_measure(code, engine="postgres")) == expected, code
        some += len(expected)
    assert some > 0


@pytest.mark.skipif(NO_SPARK, reason="Spark is an extra and is not installed here: pip install 'homeward-care[spark]'")
def test_spark_gives_the_rows_that_duckdb_gives(lake: Town) -> None:
    for code in computed():
        expected = plain_rows(rows_of_measure(code, engine="duckdb"))
        assert plain_rows(rows_of_measure(code, engine="spark")) == expected, code


@pytest.mark.skipif(not NO_SPARK, reason="Spark is installed here")
def test_without_spark_it_says_how_to_get_it(lake: Town) -> None:
    with pytest.raises(SparkMissing, match="not installed"):
        rows_of_measure(computed()[0], engine="spark")


def test_what_nobody_declared_or_computes_is_said(lake: Town) -> None:
    with pytest.raises(NotFound, match="no such number"):
        rows_of_measure("made-up")
