"""Does the database take a share of the memory that fits the machine?"""

from pathlib import Path

import pytest

from homeward.foundation.postgres.memory import MB, settings, total


@pytest.mark.parametrize(
    ("has", "keeps"), [(512, "128MB"), (1024, "128MB"), (4096, "512MB"), (16384, "2048MB"), (65536, "2048MB")]
)
def test_an_eighth_within_bounds(has: int, keeps: str) -> None:
    assert settings(has * MB)["shared_buffers"] == keeps


def test_a_container_may_use_no_more_than_it_was_given(tmp_path: Path) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text("268435456\n")
    assert total(limit) == 256 * MB
    limit.write_text("max\n")
    assert total(limit) == total(tmp_path / "none")
