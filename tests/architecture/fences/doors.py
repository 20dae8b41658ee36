"""Is every package entered by its door? Only `api`, `events`, `vocabulary` and, for analytics, `extract` may be imported.

Tests may also use the arranging that another package's tests offer, since tests arrange through actions.
"""

from tests.architecture.fences.tree import GROUND, Tree, imported, is_test

DOOR = {"api", "events", "vocabulary", "extract"}
NO_DOOR = {*GROUND, "config", "cli", "web", "demo", "bench"}  # nothing above them but the process itself, or free to all


def faults(tree: Tree) -> list[str]:
    """Imports that climb in by a window."""
    found = []
    for path in tree.files:
        here = tree.package_of(path)
        for line, name in imported(path):
            parts = name.split(".")
            if parts[0] != "homeward" or len(parts) < 3 or parts[1] in NO_DOOR or parts[1] == here:
                continue
            if parts[2] not in DOOR and not (is_test(path) and "tests" in parts):
                found.append(f"{tree.shown(path)}:{line} imports {name}: enter {parts[1]} by its api, events or vocabulary")
    return found
