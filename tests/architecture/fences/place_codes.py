"""Does the code decide anything by what a place calls its services, forms and measures? No string of it is such a code."""

import ast

from tests.architecture.fences.tree import Tree, parse

DECLARED = {"Service", "Need", "Questionnaire", "Measure", "Programme", "Clock", "TriageProtocol", "Team", "Organisation"}


def _declared(tree: Tree) -> dict[str, str]:
    """Each code of more than one word that a place declares, with what it is. Single words are ordinary English."""
    found = {}
    for path in tree.files:
        if path.relative_to(tree.source).parts[0] != "homeward_places":
            continue
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in DECLARED:
                for given in node.keywords:
                    if given.arg == "code" and isinstance(given.value, ast.Constant) and "-" in str(given.value.value):
                        found[str(given.value.value)] = node.func.id
    return found


def faults(tree: Tree) -> list[str]:
    """Strings in the product's code that are a place's own codes. What the grammar itself defines is no place's own."""
    declared = _declared(tree)
    texts = {path: [node for node in ast.walk(parse(path)) if isinstance(node, ast.Constant)] for path in tree.code}
    common = {node.value for path, nodes in texts.items() if tree.package_of(path) == "grammar" for node in nodes}
    return [
        f"{tree.shown(path)}:{node.lineno} names the {declared[node.value].lower()} '{node.value}': ask the declaration"
        for path, nodes in texts.items()
        if path.relative_to(tree.source).parts[0] == "homeward"
        for node in nodes
        if isinstance(node.value, str) and node.value in declared and node.value not in common
    ]
