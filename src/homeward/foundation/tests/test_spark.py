"""Does each task of a process get Spark with what it gave, whatever task had it before?"""

import importlib.util
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from homeward.foundation.spark import spark_session

NO_SPARK = importlib.util.find_spec("pyspark") is None

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NO_SPARK, reason="Spark is an extra and is not installed here: pip install 'homeward-care[spark]'"),
]


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    """What a test leaves running ends with it; what Spark warns of its own libraries is not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
        _asked("last of all").stop()


def _asked(name: str, **given: str) -> Any:
    return spark_session(name, lambda: {f"spark.homeward.{key}": value for key, value in given.items()})


def test_a_task_that_asks_again_gets_the_session_it_had() -> None:
    first = _asked("counting", given="once")
    first.range(3).createOrReplaceTempView("three")
    assert _asked("counting", given="once").table("three").count() == 3


def test_another_task_gets_a_machine_that_was_started_with_what_it_gives() -> None:
    from pyspark import SparkContext

    _asked("counting", given="numbers").range(3).createOrReplaceTempView("three")
    former = SparkContext._gateway.proc
    linking = _asked("linking", given="people")
    assert linking.sparkContext.getConf().get("spark.homeward.given") == "people"
    assert not linking.catalog.tableExists("three")
    assert former.poll() is not None and SparkContext._gateway.proc.poll() is None


def test_a_task_is_served_after_another_has_stopped_its_session() -> None:
    _asked("linking").stop()
    assert _asked("counting").range(3).count() == 3
