"""Does this house keep its laws?"""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.fences import (
    addresses,
    doors,
    foreign_keys,
    outside_world,
    place_codes,
    places,
    public_numbers,
    rooms,
    shape,
    sizes,
)
from tests.architecture.fences.tree import Tree

HERE = Tree(Path(__file__).resolve().parents[2])
FENCES = [addresses, doors, foreign_keys, outside_world, place_codes, places, public_numbers, rooms, shape, sizes]


@pytest.mark.parametrize("fence", FENCES, ids=lambda fence: fence.__name__.rpartition(".")[2])
def test_the_law_is_kept(fence: ModuleType) -> None:
    found = fence.faults(HERE)
    assert not found, "\n".join(["", *found])


def test_imports_keep_the_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=HERE.root, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
