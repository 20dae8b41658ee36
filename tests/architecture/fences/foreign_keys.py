"""Do foreign keys point downwards? import-linter cannot see those written as strings."""

import ast

from tests.architecture.fences.tree import Tree, parse

FIELDS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def _target(call: ast.Call) -> str | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in FIELDS:
        return None
    given = call.args[0] if call.args else next((word.value for word in call.keywords if word.arg == "to"), None)
    if isinstance(given, ast.Constant) and isinstance(given.value, str) and "." in given.value:
        return given.value.split(".")[0]
    return None


def faults(tree: Tree) -> list[str]:
    """String foreign keys to a package that is not below."""
    found = []
    for path in tree.code:
        here = tree.package_of(path)
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call):
                continue
            there = _target(node)
            if there is None or there == here or there not in tree.rank or here not in tree.rank:
                continue
            if tree.rank[there] >= tree.rank[here]:
                found.append(f"{tree.shown(path)}:{node.lineno} has a foreign key up to {there}: let {there} point down")
    return found
