"""Which sentences are there to translate? Those that templates and views pass to gettext, and those that packages say in ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment

WEB = Path(__file__).resolve().parents[2]
FUNCTIONS = ("_", "gettext", "gettext_lazy", "gettext_noop")


def in_templates(environment: Environment, folder: Path = WEB) -> dict[str, str]:
    """Every sentence of every template, with where it stands."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        for line, _, said in environment.extract_translations(source, FUNCTIONS):  # type: ignore[attr-defined]  # the i18n extension adds it
            said = said[0] if isinstance(said, tuple) else said  # those after the first are the names put in
            if said:
                found.setdefault(said, f"{path.relative_to(folder)}:{line}")
    return found


def in_code(folder: Path = WEB) -> dict[str, str]:
    """Every sentence that our Python passes to gettext, with where it stands. Only whole strings can be found, or translated."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        if "tests" in path.parts:
            continue
        for line, said in _said(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(said, f"{path.relative_to(folder)}:{line}")
    return found


def _said(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if not (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS and node.args
        ):
            continue
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, first.value
