"""Does every file say which question it answers, under a name that says something, in a folder Python can see?"""

import ast
import re

from tests.architecture.fences.tree import Tree, parse

SENTENCE = re.compile(r"[.?:](\s|\)|$)")
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "misc"}


def faults(tree: Tree) -> list[str]:
    """Files without a sentence, with a name that says nothing, or in a folder that import-linter cannot see."""
    found = []
    for path in tree.files:
        shown = tree.shown(path)
        sentence = ast.get_docstring(parse(path))
        if not path.read_text().strip():
            pass  # an empty __init__.py only makes its folder visible
        elif not sentence:
            found.append(f"{shown} does not open with the question it answers")
        elif not SENTENCE.search(sentence):
            found.append(f"{shown} opens with something that is no sentence: {sentence!r}")
        if path.stem.lower() in FORBIDDEN or path.stem.lower().endswith("_v2"):
            found.append(f"{shown} has a name that says nothing of what is in it")
        if not (path.parent / "__init__.py").exists() and path.parent != tree.source:
            found.append(f"{shown} lies in a folder without __init__.py, which import-linter cannot see")
    return found
