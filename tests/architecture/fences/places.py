"""Do places know only the grammar, and does the code name no place?"""

import ast

from tests.architecture.fences.tree import Tree, imported, is_test, parse

SETTINGS = "config/environment.py"  # the default place is a setting, and a setting has to be written somewhere


def faults(tree: Tree) -> list[str]:
    """Imports of places, by places, and dotted names of places in the code."""
    found = []
    for path in tree.files:
        in_place = path.relative_to(tree.source).parts[0] == "homeward_places"
        for line, name in imported(path):
            if in_place and name.startswith("homeward.") and not name.startswith("homeward.grammar."):
                found.append(f"{tree.shown(path)}:{line} imports {name}: a place knows only the grammar")
            if not in_place and name.startswith("homeward_places"):
                found.append(f"{tree.shown(path)}:{line} imports {name}: nobody names a place")
        if in_place or is_test(path) or str(path).endswith(SETTINGS):
            continue
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("homeward_places."):
                found.append(f"{tree.shown(path)}:{node.lineno} names a place: read HOMEWARD_PLACE")
    return found
