"""When does the kept copy of a migrated database no longer hold?

When anything that made it changes: every migration, every SQL file, the declared places, the pinned
requirements, and every module of ours that those or the upgrade itself import, followed to the end.
"""

import ast
import hashlib
from collections.abc import Iterable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src"
OURS = ("homeward", "homeward_places")
ALWAYS_UNRELATED = {"homeward.web", "homeward.fhir"}


def _file_of(module: str) -> Path | None:
    base = SOURCE.joinpath(*module.split("."))
    for candidate in (base.with_suffix(".py"), base / "__init__.py"):
        if candidate.exists():
            return candidate
    return None


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] in OURS}


def closure(start: Iterable[Path]) -> set[Path]:
    """The files, and every file of ours that they import, directly or not."""
    seen: set[Path] = set()
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if path.suffix == ".py":
            waiting += [file for name in _imports(path) if (file := _file_of(name)) and file not in seen]
    return seen


def makers() -> list[Path]:
    """The files that a migrated database is made by."""
    homeward = SOURCE / "homeward"
    start = [
        *homeward.glob("*/migrations/*.py"),
        *homeward.glob("**/*.sql"),
        *(path for path in (SOURCE / "homeward_places").rglob("*") if path.is_file() and "__pycache__" not in path.parts),
        *homeward.glob("*/apps.py"),
        *homeward.glob("*/models/*.py"),
        homeward / "config" / "upgrade.py",
        homeward / "config" / "settings.py",
        *(path for path in [homeward / "directory" / "api.py"] if path.exists()),
        REPOSITORY / "requirements.txt",
    ]
    return sorted(path for path in closure(start) if "tests" not in path.relative_to(SOURCE.parent).parts)


def fingerprint() -> str:
    """One short name for all that a migrated database is made by."""
    digest = hashlib.sha256()
    for path in makers():
        digest.update(str(path.relative_to(REPOSITORY)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:20]
