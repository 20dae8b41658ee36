"""Does every package have the same places, in the order that import-linter was told of?"""

import configparser

from tests.architecture.fences.tree import EDGES, GROUND, Tree

SAME_PLACES = {
    "__init__", "apps", "api", "actions", "queries", "models", "rules", "vocabulary", "events", "extract",
    "subscriptions", "jobs", "carrying", "migrations", "tests", "__pycache__", "README",
}  # fmt: skip
OF_ITS_OWN = {
    "access": {"gate", "actors", "demonstration", "protect", "relationships", "consent", "proxy"},  # the gate is what access is
    "measures": {"catalogue", "extracts"},  # what the lake holds, and how readers see it change all at once
    "people": {"demographics", "matching"},  # the protocol of a tracing service, and its client; the engine that matches
}
NOT_ROOMS = {*EDGES, *GROUND, "demo"}


def faults(tree: Tree) -> list[str]:
    """Packages with places of their own invention, and packages whose inner order nobody holds."""
    read = configparser.ConfigParser()
    read.read(tree.root / ".importlinter")
    held = set(read["importlinter:contract:room"]["containers"].split())
    found = []
    for folder in sorted((tree.source / "homeward").iterdir()):
        if not (folder / "__init__.py").exists() or folder.name in NOT_ROOMS:
            continue
        if f"homeward.{folder.name}" not in held:
            found.append(f"{folder.name} is not among the containers of [importlinter:contract:room]: add it")
        known = SAME_PLACES | OF_ITS_OWN.get(folder.name, set())
        strange = {path.name.partition(".")[0] for path in folder.iterdir()} - known
        found += [f"{folder.name} has a place of its own invention: {name}" for name in sorted(strange)]
    return found
