"""Journey: an analyst adds a number by one file, as the handbook says, starts Homeward anew and sees it live with its list."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from homeward.web.boards.tests.test_one_more_measure import COPY, ONE_FILE, copied
from tests.journeys.stage.cast import Cast
from tests.journeys.stage.house import READY_WITHIN, House
from tests.journeys.stage.judging import Judge, Seen
from tests.journeys.stage.pictures import Album
from tests.journeys.stage.referred import PEOPLE
from tests.journeys.stage.visitor import Visitor
from tests.plumbing import cluster
from tests.plumbing.fingerprint import REPOSITORY
from tests.plumbing.served import Served, reachable_folder, served

NUMBER, CODE, OWNER = "Asked by a practice", "asked-by-a-practice", "bsol-icb"
DATABASE = "homeward_one_more_number"
COUNTED_WITHIN = 240  # looks at the page, a second apart


def test_an_analyst_adds_a_number_by_one_file_and_sees_it_live(browser: Browser, settings: Any) -> None:
    cluster.start()
    cluster.clone(DATABASE)
    database = cluster.urls(DATABASE)
    with reachable_folder() as folder:
        home = folder / "places" / COPY
        copied(home, settings.HOMEWARD_PLACE)
        given_people_who_were_referred_and_an_analyst(database)
        with started(folder, database) as house:
            given_a_house_that_does_not_know_the_number(house)
        when_one_file_is_added(home)
        with started(folder, database) as house:
            then_it_is_live_with_its_list(house, folder, browser)


def given_people_who_were_referred_and_an_analyst(database: dict[str, str]) -> None:
    environment = os.environ | database | {"DJANGO_SETTINGS_MODULE": "homeward.config.settings", "HOMEWARD_DEMO": "1"}
    environment["PYTHONPATH"] = f"{REPOSITORY / 'src'}:{REPOSITORY}"
    subprocess.run([sys.executable, "-m", "tests.journeys.stage.referred"], env=environment, check=True, timeout=300)


def given_a_house_that_does_not_know_the_number(house: Served) -> None:
    assert house.status(f"/numbers/{CODE}.csv") == 404


def when_one_file_is_added(home: Path) -> None:
    written = ONE_FILE.format(copy=COPY, owner=OWNER)
    (home / "measures" / "asked_by_a_practice.py").write_text(written, encoding="utf-8")


def then_it_is_live_with_its_list(house: Served, folder: Path, browser: Browser) -> None:
    visited = House(url=house.url, data=folder / "data", shared=folder)
    judge = Judge(seen=Seen(folder / "judged"), axe=Axe())
    cast = Cast(house=visited, browser=browser, judge=judge, album=Album(journey="one_more_number"))
    oliver = cast("oliver")
    oliver.opens("/handbook/measures/")
    oliver.unfolds("For analysts: how to add a number")
    oliver.sees("Start Homeward anew")
    oliver.opens("/numbers/")
    oliver.presses("Count again")
    oliver.opens(f"/numbers/{CODE}/")
    oliver.is_on(NUMBER)
    _counted(oliver)
    oliver.pictures("one-more-number")
    oliver.sees(f"of {PEOPLE}")
    oliver.follows("See the list behind this number")
    oliver.sees("These are the very rows that the figure is counted out of.")
    assert house.status(f"/numbers/{CODE}.csv") == 200
    assert cast.leave() == []


def _counted(oliver: Visitor) -> None:
    """Look again until the count has come, as anybody would."""
    behind = oliver.page.get_by_role("link", name="See the list behind this number")
    for _ in range(COUNTED_WITHIN):
        if behind.count():
            break
        oliver.page.wait_for_timeout(1000)
        oliver.page.reload()
    expect(behind).to_be_visible()


@contextmanager
def started(folder: Path, database: dict[str, str]) -> Iterator[Served]:
    """Homeward, with the analyst's own folder as its place."""
    own = {"HOMEWARD_DEMO": "1", "HOMEWARD_PLACE": COPY, "PYTHONPATH": f"{REPOSITORY / 'src'}:{folder / 'places'}"}
    with served(folder / "data", extra=database | own) as house:
        house.until("/readyz", seconds=READY_WITHIN)
        yield house
