"""Do the pinned lists name no registry? They must hold wherever packages come from."""

import re

from tests.architecture.fences.tree import Tree

LISTS = ("requirements*.txt", "package-lock.json", "package.json", ".npmrc", "pyproject.toml")
ADDRESS = re.compile(r"https?://|git\+|--index-url|--extra-index-url|--find-links|\"resolved\"|^registry\s*=", re.MULTILINE)


def faults(tree: Tree) -> list[str]:
    """Addresses in the lists of what is installed."""
    found = []
    for pattern in LISTS:
        for path in sorted(tree.root.glob(pattern)):
            for line, text in enumerate(path.read_text().splitlines(), start=1):
                if ADDRESS.search(text):
                    found.append(f"{path.name}:{line} names where packages come from: {text.strip()[:60]}")
    return found
