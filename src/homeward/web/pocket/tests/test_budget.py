"""Is the first load of the round in the pocket small enough for a weak line?"""

import gzip
from pathlib import Path

import pytest
from django.test import Client

from homeward import web
from homeward.web.pocket.shell.view import PICTURES, SCRIPTS

KILOBYTES_300 = 300 * 1000
STATIC = Path(web.__file__).parent / "static"


@pytest.mark.django_db
def test_the_first_load_is_within_300_kilobytes_beyond_the_shared_styles() -> None:
    names = [*(f"homeward/pocket/{name}.js" for name in SCRIPTS), *PICTURES, "homeward/pocket.css"]
    files = [(STATIC / name).read_bytes() for name in names]
    asked = [Client().get(path).content for path in ("/pocket/", "/pocket/worker.js", "/pocket/manifest.webmanifest")]
    assert sum(len(gzip.compress(each)) for each in [*files, *asked]) < KILOBYTES_300 / 5


def test_every_script_of_the_pocket_is_on_the_list_that_a_phone_keeps() -> None:
    """One that is missing would be fetched over the line, and the page would not open without a signal."""
    assert sorted(path.stem for path in (STATIC / "homeward/pocket").glob("*.js")) == sorted(SCRIPTS)
