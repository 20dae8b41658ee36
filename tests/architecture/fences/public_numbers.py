"""Does every number that a stranger may see pass the one function that keeps small counts back?

Pages that strangers may open ask `measures` only for what it has made public; the seal of what is published stays in the
file that makes it; and counts that nobody's permission is asked for are counted only to be made public.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.fences.tree import Tree, imported, parse

DOOR = "homeward.measures.api"
PUBLIC = {"open_file", "open_json"}
SUPPRESS = "measures/rules/suppress.py"
UNASKED = "homeward.measures.queries.figure.counted"  # counts without asking who asks
MAY_COUNT = {  # what makes public, what asks leave first, and the worker, which shows nobody anything
    "measures/queries/public.py",
    "measures/queries/figure.py",
    "measures/actions/watch.py",
}


def faults(tree: Tree) -> list[str]:
    """Ways round it."""
    found = []
    for path in tree.code:
        shown = path.relative_to(tree.source).as_posix().removeprefix("homeward/")
        if _is_open(path):
            found += [
                f"{tree.shown(path)} shows strangers measures.{name}: only {', '.join(sorted(PUBLIC))} are public"
                for name in _asked_of_measures(path)
                if name not in PUBLIC
            ]
        names = {name for _, name in imported(path)}
        if shown != SUPPRESS and ("homeward.measures.rules.suppress._SEAL" in names or "._SEAL" in path.read_text()):
            found.append(f"{tree.shown(path)} takes the seal of what is published")
        if UNASKED in names and shown not in MAY_COUNT:
            found.append(f"{tree.shown(path)} counts without asking who asks")
    return found


def _is_open(path: Path) -> bool:
    return "open_page" in path.read_text() and any(
        isinstance(node, ast.FunctionDef) and any("open_page" in ast.dump(each) for each in node.decorator_list)
        for node in ast.walk(parse(path))
    )


def _asked_of_measures(path: Path) -> Iterator[str]:
    """What a file takes from the door of measures, by name or through it."""
    aliases = set()
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom) and node.module == DOOR:
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "homeward.measures":
            aliases |= {alias.asname or alias.name for alias in node.names if alias.name == "api"}
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield node.attr
