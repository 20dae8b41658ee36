"""Does an analyst who adds one file to a place see their number live, with its list, and put it on a board?"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from homeward.directory import api as directory
from homeward.grammar.api import check
from homeward.measures.api import refresh_lake
from homeward.referrals.tests.arranging import received
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
COPY = "an_analysts_place"
ONE_FILE = '''"""What is counted as 'heard by us'?"""

from datetime import date

from homeward.grammar.api import Measure
from {copy}.measures.rows import shown, told


def rows(tables):
    judged = told(tables.referrals, (tables.referrals.requester == "gp", "met", "A practice asked", True), (None, "not_met", "Somebody else asked", True))
    return shown(judged, tables, row_id="referral_id", started_at="received_at", own=("need", "source", "locality"))


HEARD = Measure(
    code="asked-by-a-practice", title="Asked by a practice", question="Do practices ask us?", definition="Referrals, and who made them.",
    numerator="Referrals by a practice", denominator="Referrals", population="Everybody who was referred", source="The analyst",
    cannot_tell=("Whether the help was right",), row="referral", expression=rows, owner="{owner}", review_by=date(2027, 4, 30),
)
'''


def copied(home: Path, place: str) -> None:
    """A place's package as a folder of the analyst's, under the folder's name."""
    the_place = import_module(place)
    shutil.copytree(Path(str(the_place.__file__)).parent, home, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    for file in home.rglob("*.py"):
        file.write_text(file.read_text(encoding="utf-8").replace(the_place.__name__, home.name), encoding="utf-8")


@pytest.fixture
def place_of_ones_own(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The place copied to a folder of the analyst's, under a name of its own, in force."""
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path / "data")
    home = tmp_path / "places" / COPY
    copied(home, settings.HOMEWARD_PLACE)
    monkeypatch.syspath_prepend(str(home.parent))
    settings.HOMEWARD_PLACE = COPY
    yield home


def test_one_file_more_is_a_number_with_its_list_and_its_board(place_of_ones_own: Path) -> None:
    organisation = "bsol-icb"
    written = ONE_FILE.format(copy=COPY, owner=organisation)
    (place_of_ones_own / "measures" / "asked_by_a_practice.py").write_text(written, encoding="utf-8")
    assert "asked-by-a-practice" in directory.place().measures
    told = [each.words for each in check(directory.place(), today=NOW.date()) if each.code == "asked-by-a-practice"]
    assert told == [], "a house with such a file starts"
    for number in range(3):
        received(at=NOW - timedelta(days=number + 1))
    refresh_lake(at=NOW, everything=True)
    oliver = signed_in(staff(role="analyst", organisation=organisation, name="Oliver Webb"))
    page = oliver.get("/numbers/asked-by-a-practice/").content.decode()
    assert "Asked by a practice" in page and "There is no figure" not in page
    listed = oliver.get("/numbers/asked-by-a-practice/people/?status=counted").content.decode()
    assert "3 " in listed
    made = oliver.post("/numbers/boards/own/new/", {"title": "Ours", "p-asked-by-a-practice": "1"}, follow=True)
    assert "Asked by a practice" in made.content.decode() and "of 3" in made.content.decode()
