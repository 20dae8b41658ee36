"""Does `homeward bench` measure everything it promises, and leave nothing behind? With few people and for seconds."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plumbing.served import NOT_HANDED_ON, free_ports


def bench(*words: str) -> dict[str, object]:
    """`homeward bench` for machines."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    port, _ = free_ports()
    done = subprocess.run(
        [sys.executable, "-m", "homeward.cli", "bench", *words, "--port", str(port), "--json"],
        env=kept,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.slow
def test_the_hub_is_measured() -> None:
    before = set(Path("/tmp").glob("homeward-bench-*"))
    facts = bench("hub", "--people", "600", "--large", "900", "--seconds", "3", "--rate", "5")
    figures = facts["figures"]
    assert isinstance(figures, dict)
    for wanted in ("floor: select 1", "floor: one durable write", "person search", "referral sent → answered"):
        assert wanted in figures
    shown = next(value for name, value in figures.items() if "shown on an open board" in name)
    assert shown["samples"] == facts["sent"] == facts["shown"] == 15
    assert {"p50_ms", "p95_ms", "p99_ms", "population", "floor", "times_floor_p50"} <= shown.keys()
    assert any("across 40 services" in name for name in figures)
    assert facts["refused"] == 0
    assert set(Path("/tmp").glob("homeward-bench-*")) <= before
