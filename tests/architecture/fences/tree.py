"""What does a fence look at: the Python files of a tree, the package each belongs to, and the order of the house?"""

import ast
import configparser
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

GROUND = ("grammar", "foundation")  # free to all above them
EDGES = ("web", "fhir", "config", "cli", "exchange", "bench")  # where the outside world is met


@dataclass(frozen=True)
class Tree:
    """A checkout, real or made for a test: `src/homeward`, `src/homeward_places` and `.importlinter`."""

    root: Path

    @property
    def source(self) -> Path:
        return self.root / "src"

    @cached_property
    def files(self) -> list[Path]:
        """Every Python file of the product, its tests included, its migrations not."""
        return sorted(path for path in self.source.rglob("*.py") if "migrations" not in path.parts)

    @cached_property
    def code(self) -> list[Path]:
        """Every Python file of the product that is no test."""
        return [path for path in self.files if not is_test(path)]

    def package_of(self, path: Path) -> str:
        """'referrals' for src/homeward/referrals/…; '' for what lies in homeward itself or in a place."""
        parts = path.relative_to(self.source).parts
        return parts[1] if parts[0] == "homeward" and len(parts) > 2 else ""

    def shown(self, path: Path) -> str:
        return str(path.relative_to(self.root))

    @cached_property
    def rank(self) -> dict[str, int]:
        """How high each package stands; neighbours stand equally high."""
        read = configparser.ConfigParser()
        read.read(self.root / ".importlinter")
        rows = [row for row in read["importlinter:contract:house"]["layers"].split("\n") if row.strip()]
        order: dict[str, int] = {}
        for height, row in enumerate(reversed(rows)):
            order |= {name.strip(" ()"): height for name in row.split("|")}
        return order


def is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name.startswith("test_") or path.name == "conftest.py"


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imported(path: Path) -> list[tuple[int, str]]:
    """Each name that a file imports, with its line: `from a.b import c` gives a.b.c."""
    found = []
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found
