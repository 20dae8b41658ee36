"""Does every fence catch the sin it is there for? Each test builds a small sound house, sins once, and must be caught."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.fences import (
    addresses,
    doors,
    foreign_keys,
    outside_world,
    place_codes,
    places,
    public_numbers,
    rooms,
    shape,
    sizes,
)
from tests.architecture.fences.tree import Tree

REPOSITORY = Path(__file__).resolve().parents[2]
WORDS = '"""What is this? A file of a toy house."""\n'



def _write(tree: Path, name: str, text: str) -> None:
    path = tree / "src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WORDS + text)
    for folder in path.parents:
        if folder == tree / "src":
            break
        if not (folder / "__init__.py").exists():
            (folder / "__init__.py").write_text(WORDS)


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A sound house: every room that .importlinter holds, with an api, a model, a rule and a vocabulary."""
    shutil.copy(REPOSITORY / ".importlinter", tmp_path)
    read = configparser.ConfigParser()
    read.read(tmp_path / ".importlinter")
    for room in read["importlinter:contract:room"]["containers"].replace("homeward.", "").split():
        _write(tmp_path, f"homeward/{room}/api.py", f"from homeward.{room}.models.thing import Thing\n")
        _write(tmp_path, f"homeward/{room}/models/thing.py", f"from homeward.{room}.rules.rule import rule\nThing = rule\n")
        _write(tmp_path, f"homeward/{room}/rules/rule.py", "def rule() -> int:\n    return 1\n")
        _write(tmp_path, f"homeward/{room}/vocabulary.py", "CODES = {}\n")
    for package in ("cli", "config", "web", "grammar", "foundation"):
        _write(tmp_path, f"homeward/{package}/api.py", "")
    _write(tmp_path, "homeward_places/town/place.py", "from homeward.grammar.api import *\n")
    _write(tmp_path, "homeward_places/town/nights.py", "from homeward.grammar.api import Service\nNIGHTS = Service(code='night-sitting')\n")
    (tmp_path / "requirements.txt").write_text("django==5.2.19 \\\n    --hash=sha256:00\n")
    return tmp_path


def _contracts(tree: Path) -> tuple[int, str]:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tree, env={**os.environ, "PYTHONPATH": str(tree / "src")}, capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout


FENCES = [addresses, doors, foreign_keys, outside_world, place_codes, places, public_numbers, rooms, shape]


def test_the_sound_house_is_accepted(toy: Path) -> None:
    assert [fault for fence in FENCES for fault in fence.faults(Tree(toy))] == []
    assert sizes.faults(Tree(toy), exceptions={}) == []
    code, said = _contracts(toy)
    assert code == 0, said


IMPORT_SINS = {
    "an upward import": ("homeward/people/actions/sin.py", "import homeward.referrals.api\n"),
    "web reaches for config": ("homeward/web/sin.py", "import homeward.config.api\n"),
    "an unlisted package": ("homeward/shed/sin.py", ""),
    "a model that calls an action": ("homeward/people/models/sin.py", "import homeward.people.actions.sin\n"),
    "a rule that reads the database": ("homeward/people/rules/sin.py", "import django.db\n"),
    "a rule that reads models": ("homeward/people/rules/sin.py", "import homeward.people.models.thing\n"),
    "an impure grammar": ("homeward/grammar/sin.py", "import django.conf\n"),
    "an impure place": ("homeward_places/town/sin.py", "import duckdb\n"),
    "code that names a place": ("homeward/referrals/rules/sin.py", "import homeward_places.town.place\n"),
}


@pytest.mark.parametrize("sin", IMPORT_SINS)
def test_a_sinful_import_breaks_a_contract(toy: Path, sin: str) -> None:
    name, text = IMPORT_SINS[sin]
    _write(toy, "homeward/people/actions/sin.py", "")
    _write(toy, name, text)
    code, said = _contracts(toy)
    assert code == 1, said


SINS: dict[str, tuple[ModuleType, str, str, str]] = {
    "past the door": (doors, "homeward/referrals/actions/sin.py", "from homeward.people.models.thing import Thing\n", "enter people by"),
    "past the door of fhir's neighbour": (doors, "homeward/web/sin.py", "import homeward.people.queries.sin\n", "enter people by"),
    "a test's arranging used outside tests": (doors, "homeward/referrals/actions/sin.py", "from homeward.people.tests.arranging import one\n", "enter people by"),
    "a true count shown to strangers": (public_numbers, "homeward/web/sin.py", "from homeward.measures import api as measures\n@open_page()\ndef view(request):\n    return measures.figure('x')\n", "shows strangers measures.figure"),
    "the seal taken": (public_numbers, "homeward/measures/queries/sin.py", "from homeward.measures.rules.suppress import _SEAL\n", "takes the seal"),
    "a count that nobody asked leave for": (public_numbers, "homeward/measures/queries/sin.py", "from homeward.measures.queries.figure import counted\n", "counts without asking"),
    "an upward foreign key": (foreign_keys, "homeward/people/models/sin.py", "f = models.ForeignKey('referrals.Move')\n", "foreign key up to referrals"),
    "an upward foreign key by keyword": (foreign_keys, "homeward/access/models/sin.py", "f = ForeignKey(to='people.Person')\n", "foreign key up to people"),
    "a clock read": (outside_world, "homeward/people/actions/sin.py", "from datetime import datetime\ndatetime.now()\n", "reads a clock"),
    "a clock read through Django": (outside_world, "homeward/people/queries/sin.py", "from django.utils import timezone\ntimezone.now()\n", "reads a clock"),
    "a day read": (outside_world, "homeward/people/rules/sin.py", "import datetime\ndatetime.date.today()\n", "reads a clock"),
    "HTTP in a package": (outside_world, "homeward/people/actions/sin.py", "from django.http import HttpRequest\n", "HTTP belongs"),
    "a Django signal": (outside_world, "homeward/people/actions/sin.py", "from django.db.models.signals import post_save\n", "subscribe"),
    "a place that knows more": (places, "homeward_places/town/sin.py", "import homeward.people.api\n", "knows only the grammar"),
    "a place named in a string": (places, "homeward/people/rules/sin.py", "X = 'homeward_places.town'\n", "names a place"),
    "a service named in the code": (place_codes, "homeward/referrals/rules/sin.py", "X = 'night-sitting'\n", "names the service"),
    "a room of its own invention": (rooms, "homeward/people/cellar.py", "", "of its own invention: cellar"),
    "a room nobody holds": (rooms, "homeward/shed/api.py", "", "shed is not among"),
    "a name that says nothing": (shape, "homeward/people/rules/utils.py", "", "says nothing"),
}  # fmt: skip


@pytest.mark.parametrize("sin", SINS)
def test_a_sin_is_caught(toy: Path, sin: str) -> None:
    fence, name, text, expected = SINS[sin]
    _write(toy, name, text)
    found = fence.faults(Tree(toy))
    assert any(expected in fault for fault in found), found


def test_a_file_without_its_question_is_caught(toy: Path) -> None:
    (toy / "src/homeward/people/rules/bare.py").write_text("X = 1\n")
    assert any("does not open" in fault for fault in shape.faults(Tree(toy)))


def test_a_folder_that_import_linter_cannot_see_is_caught(toy: Path) -> None:
    _write(toy, "homeward/people/hidden/thing.py", "")
    (toy / "src/homeward/people/hidden/__init__.py").unlink()
    assert any("without __init__.py" in fault for fault in shape.faults(Tree(toy)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("X = 1\n" * 300, "301 lines"), ("def long() -> None:\n" + "    print()\n" * 42, "::long has 42 lines")],
)
def test_what_grows_too_long_is_caught(toy: Path, text: str, expected: str) -> None:
    _write(toy, "homeward/people/rules/long.py", text)
    assert any(expected in fault for fault in sizes.faults(Tree(toy), exceptions={}))


def test_an_exception_that_is_needed_no_more_is_caught(toy: Path) -> None:
    name = "src/homeward/people/rules/rule.py"
    assert any("no longer needs" in fault for fault in sizes.faults(Tree(toy), exceptions={name: 320}))


@pytest.mark.parametrize("text", ["--index-url x\n", 'x @ https://example.test/x.whl\n'])
def test_a_registry_address_is_caught(toy: Path, text: str) -> None:
    (toy / "requirements.txt").write_text(text)
    assert addresses.faults(Tree(toy)) != []


def test_a_resolved_address_in_the_npm_lock_is_caught(toy: Path) -> None:
    shutil.copy(REPOSITORY / "package-lock.json", toy)
    assert addresses.faults(Tree(toy)) == []
    with (toy / "package-lock.json").open("a") as lock:
        lock.write('"resolved": "somewhere"\n')
    assert addresses.faults(Tree(toy)) != []
