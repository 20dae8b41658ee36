"""How is Spark had: in this process with two workers, or the cluster that was named? It is an extra to install.

SPARK_REMOTE names a cluster over Spark Connect, SPARK_MASTER one that the driver joins; without either it runs here. What a task gives its
Java machine (libraries above all) stays as it was at that machine's start, so each task of this process has a machine of its own.
"""

import os
from collections.abc import Callable, Mapping
from typing import Any

from homeward.foundation.errors import Refused

_ALWAYS = {"spark.ui.enabled": "false", "spark.driver.memory": "3g", "spark.log.level": "ERROR"}


class SparkMissing(Refused):
    """Spark is not installed on this machine."""


def spark_session(name: str, given: Callable[[], Mapping[str, str]]) -> Any:
    """A session under that name, with the settings that are `given` where it is ours to set them. Raises SparkMissing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise SparkMissing(
            "Spark is not installed here.",
            next_step="Install it with: pip install 'homeward-care[spark]'. It needs Java 17.",
        ) from missing
    if is_elsewhere():
        return SparkSession.builder.getOrCreate()
    _make_room_for(name)
    builder = SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[2]")).appName(name)
    return builder.config(map={**_ALWAYS, **given()}).getOrCreate()


def is_elsewhere() -> bool:
    """Is it a session of a cluster that was there before us, and goes on after us?"""
    return bool(os.environ.get("SPARK_REMOTE"))


def _make_room_for(name: str) -> None:
    """End the session that another task of this process left, and its Java machine; the session of this very task stays."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    context, gateway = SparkContext._active_spark_context, SparkContext._gateway
    if context is not None and context.appName == name:
        return
    if context is not None:
        SparkSession.builder.getOrCreate().stop()
    if gateway is not None:
        gateway.shutdown()
        gateway.proc.stdin.close()  # it lives for as long as somebody could still write to it
        gateway.proc.wait()
        SparkContext._gateway = SparkContext._jvm = None
