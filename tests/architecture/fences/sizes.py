"""Are files and functions small? At most 300 lines and 40; exceptions are named, and their list may only shrink."""

import ast

from tests.architecture.fences.tree import Tree, parse

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
EXCEPTIONS: dict[str, int] = {}  # "path" or "path::function" -> lines it may have, until it is mended


def _functions(tree: ast.Module) -> list[tuple[str, int]]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, kinds) and node.end_lineno:
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            start = first.end_lineno if documented and first.end_lineno else node.lineno
            found.append((node.name, node.end_lineno - start))
    return found


def _measured(tree: Tree) -> dict[str, tuple[int, int]]:
    sizes = {}
    for path in tree.files:
        shown = tree.shown(path)
        sizes[shown] = (len(path.read_text().splitlines()), LONGEST_FILE)
        for name, lines in _functions(parse(path)):
            sizes[f"{shown}::{name}"] = (lines, LONGEST_FUNCTION)
    return sizes


def faults(tree: Tree, exceptions: dict[str, int] | None = None) -> list[str]:
    """What has grown too long, and exceptions that are needed no more."""
    allowed = EXCEPTIONS if exceptions is None else exceptions
    sizes = _measured(tree)
    found = [
        f"{name} has {lines} lines, of at most {allowed.get(name, limit)}: split it"
        for name, (lines, limit) in sizes.items()
        if lines > allowed.get(name, limit)
    ]
    for name, limit in allowed.items():
        if name not in sizes or sizes[name][0] < limit:
            found.append(f"{name} no longer needs {limit} lines: shrink its exception in fences/sizes.py")
    return found
