"""Does Spark weigh pairs as DuckDB does, and is it said how to get it where it is not installed?"""

import csv
import importlib.util
import re
from pathlib import Path

import pytest

from homeward.foundation.errors import Refused
from homeward.people.matching.comparisons import COMPARISONS
from homeward.people.matching.linking import Engine, link_files
from homeward.people.matching.on_spark import in_spark
from homeward.people.matching.population import HEADER, two_populations

NO_SPARK = importlib.util.find_spec("pyspark") is None


def _two(folder: Path, people: int) -> tuple[Path, Path]:
    paths = folder / "left.csv", folder / "right.csv"
    for path, made in zip(paths, two_populations(people, seed=7), strict=True):
        with path.open("w", newline="") as out:
            csv.writer(out).writerows([HEADER, *(each.row(str(at)) for at, each in enumerate(made))])
    return paths


def _pairs(folder: Path, people: int, engine: Engine) -> dict[tuple[str, str], float]:
    left, right = _two(folder, people)
    out = folder / f"{engine}.csv"
    assert link_files(left=left, right=right, out=out, engine=engine).engine == engine
    with out.open(newline="") as found:
        return {(row["left_id"], row["right_id"]): float(row["weight"]) for row in csv.DictReader(found)}


def test_every_condition_can_be_said_to_spark() -> None:
    assert in_spark("birth_l[1:4] = birth_r[9:10] and given_l[:3] = given_r[1]") == (
        "substring(birth_l, 1, 4) = substring(birth_r, 9, 2) and substring(given_l, 1, 3) = substring(given_r, 1, 1)"
    )
    for level in (each for comparison in COMPARISONS for each in comparison.levels):
        said = in_spark(level.sql)
        assert not re.search(r"\[|jaro_winkler_similarity|starts_with", said), said


@pytest.mark.slow
@pytest.mark.skipif(NO_SPARK, reason="Spark is an extra and is not installed here: pip install 'homeward-care[spark]'")
def test_spark_accepts_the_pairs_that_duckdb_accepts(tmp_path: Path) -> None:
    by_declared = _pairs(tmp_path, 90, "duckdb")  # too few to learn from: the declared weights stand
    assert _pairs(tmp_path, 90, "spark") == pytest.approx(by_declared, abs=0.01) and by_declared
    one, other = _pairs(tmp_path, 600, "duckdb"), _pairs(tmp_path, 600, "spark")
    assert len(one.keys() ^ other.keys()) <= len(one) * 0.01  # what agrees by chance is drawn by each for itself


@pytest.mark.skipif(not NO_SPARK, reason="Spark is installed here")
def test_without_spark_it_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not installed") as refused:
        _pairs(tmp_path, 20, "spark")
    assert "homeward-care[spark]" in refused.value.next_step
