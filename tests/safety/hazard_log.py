"""What can go wrong, what stops it, and which test holds that? The log is drawn from the tests; run this file to rewrite it.

It is drawn twice: to be read in the repository, and for the handbook of an installed Homeward.

A test names the hazard it controls: `@pytest.mark.hazard("HZ-S10-1", hazard="…", control="…")`. Hazards that nothing
controls yet are declared, with what is done meanwhile, in `docs/safety/open-hazards.toml`, so that none is hidden.
"""

import ast
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / "docs" / "safety" / "hazard-log.md"
SHIPPED = ROOT / "src" / "homeward" / "web" / "handbook" / "safety" / "hazards.json"
OPEN = ROOT / "docs" / "safety" / "open-hazards.toml"
TEST_FOLDERS = ("src", "tests")

HEAD = """# Hazard log

Drawn from the tests by `python tests/safety/hazard_log.py`; do not edit by hand. A hazard stands here with the control
that is in the software and the test that fails when the control is lost. Scoring severity and likelihood, and accepting
what remains, is the work of the deployer's clinical safety officer (DCB0129, DCB0160): that is not claimed here.
"""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """One test's claim to control a hazard."""

    code: str
    hazard: str
    control: str
    test: str


def marked(root: Path = ROOT) -> list[Marked]:
    """Every hazard marker in the test files, without running them. Raises ValueError where one is incomplete."""
    files = (path for folder in TEST_FOLDERS for path in sorted((root / folder).rglob("test_*.py")))
    return [claim for path in files for claim in _in_file(path, root)]


def _in_file(path: Path, root: Path) -> Iterator[Marked]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("mark.hazard"):
                    yield _claim(decorator, f"{path.relative_to(root)}::{node.name}")


def _claim(call: ast.Call, test: str) -> Marked:
    words = {each.arg: ast.literal_eval(each.value) for each in call.keywords if each.arg}
    if not call.args or set(words) != {"hazard", "control"}:
        raise ValueError(f"{test}: a hazard marker needs a code, hazard= and control=")
    return Marked(code=ast.literal_eval(call.args[0]), hazard=words["hazard"], control=words["control"], test=test)


def open_hazards(path: Path = OPEN) -> dict[str, dict[str, str]]:
    """Hazards with no control in the software yet: {code: {hazard, meanwhile}}."""
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def render(claims: list[Marked], still_open: dict[str, dict[str, str]]) -> str:
    """The whole log as Markdown."""
    by_code: dict[str, list[Marked]] = defaultdict(list)
    for claim in claims:
        by_code[claim.code].append(claim)
    parts = [HEAD, f"\n{len(by_code)} hazards controlled by {len(claims)} tests; {len(still_open)} open.\n"]
    for code in sorted(by_code, key=_order):
        parts.append(f"\n## {code}\n\n")
        parts.append("".join(f"Hazard: {words}\n\n" for words in _each_once(c.hazard for c in by_code[code])))
        parts.extend(f"- {claim.control}  \n  `{claim.test}`\n" for claim in by_code[code])
    parts.append("\n# Open: no control in the software yet\n\n")
    parts.extend(
        f"- **{code}** {words['hazard']} Meanwhile: {words['meanwhile']}\n"
        for code, words in sorted(still_open.items(), key=lambda pair: _order(pair[0]))
    )
    return "".join(parts)


def shipped(claims: list[Marked], still_open: dict[str, dict[str, str]]) -> str:
    """The same log for the handbook."""
    drawn: list[dict[str, object]] = []
    for code in sorted({claim.code for claim in claims} | set(still_open), key=_order):
        mine = [claim for claim in claims if claim.code == code]
        unheld = still_open.get(code, {})
        drawn.append(
            {
                "code": code,
                "words": _each_once(iter([*(claim.hazard for claim in mine), *filter(None, [unheld.get("hazard", "")])])),
                "controls": [{"words": claim.control, "test": claim.test} for claim in mine],
                "meanwhile": unheld.get("meanwhile", ""),
            }
        )
    return json.dumps(drawn, indent=1, ensure_ascii=False) + "\n"


def _each_once(words: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _order(code: str) -> tuple[str | int, ...]:
    return tuple(int(part) if part.isdigit() else part for part in code.replace("HZ-S", "HZ-S-").split("-"))


if __name__ == "__main__":
    LOG.write_text(render(marked(), open_hazards()), encoding="utf-8")
    SHIPPED.write_text(shipped(marked(), open_hazards()), encoding="utf-8")
    sys.stdout.write(f"{LOG.relative_to(ROOT)} and {SHIPPED.relative_to(ROOT)} written\n")
