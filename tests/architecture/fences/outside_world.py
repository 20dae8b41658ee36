"""Do packages leave the clock and HTTP to the edges? Moments are passed in; pages and partners are met in web and fhir."""

import ast

from tests.architecture.fences.tree import EDGES, Tree, imported, parse

CLOCKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time"), ("time", "localtime"),
}  # fmt: skip
HTTP = ("django.http", "django.shortcuts", "django.views", "django.urls", "django.template", "requests", "httpx")
SIGNALS = "django.db.models.signals"
MAY_READ_CLOCK = ("jobs.py",)
EXCEPTIONS = {
    "src/homeward/access/gate/ways.py",  # a job that nobody started brings no moment of its own
    "src/homeward/measures/actions/lake/sweep.py",  # compares the age of files, which only the machine's clock knows
}
MAY_READ_CLOCK_IN = (*EDGES, "demo")


def _clock_reads(tree: Tree) -> list[str]:
    found = []
    for path in tree.code:
        parts = path.relative_to(tree.source).parts
        if tree.package_of(path) in MAY_READ_CLOCK_IN or path.name in MAY_READ_CLOCK or "postgres" in parts or tree.shown(path) in EXCEPTIONS:
            continue
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                if (name, node.func.attr) in CLOCKS:
                    found.append(f"{tree.shown(path)}:{node.lineno} reads a clock: let the caller pass `at`")
    return found


def faults(tree: Tree) -> list[str]:
    """Clock reads, HTTP and Django signals where they do not belong."""
    found = _clock_reads(tree)
    for path in tree.code:
        for line, name in imported(path):
            if name.startswith(SIGNALS):
                found.append(f"{tree.shown(path)}:{line} imports Django signals: subscribe to an event instead")
            if tree.package_of(path) not in EDGES and name.startswith(tuple(f"{one}." for one in HTTP)):
                found.append(f"{tree.shown(path)}:{line} imports {name}: HTTP belongs in web or fhir")
    return found
