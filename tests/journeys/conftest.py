"""What does every journey get? The run's one Homeward, a browser, and a cast whose every page is judged."""

import os
import tempfile
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error

from homeward.foundation.moments import at_london, london_day
from tests.journeys.stage import browser as browsers
from tests.journeys.stage.cast import Cast, InNeed, somebody
from tests.journeys.stage.house import House, shared_house
from tests.journeys.stage.judging import Judge, Seen
from tests.journeys.stage.pictures import Album
from tests.journeys.stage.visitor import Visitor

LAST_MINUTES = timedelta(minutes=5)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.journey)
            if browsers.found() is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium was found: install one, or set HOMEWARD_CHROMIUM"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    report = yield
    cast = getattr(item, "funcargs", {}).get("cast")
    if report.when == "call" and report.failed and cast is not None:
        folder: Path = item.funcargs["tmp_path"]  # type: ignore[attr-defined]  # pytest gives functions their arguments
        report.sections.append(("where they stood", "\n".join(_stood(each, folder) for each in cast.here)))
    return report


def _stood(visitor: Visitor, folder: Path) -> str:
    """Where a visitor was left. A page too stuck to be pictured must not hide the failure itself."""
    try:
        return visitor.stopped_at(folder)
    except Error as error:
        return f"no picture: {error.message.splitlines()[0]}"


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    # not in pytest's own temporary folder: each run of pytest shuts that to the account that the database runs as
    with shared_house(Path(tempfile.gettempdir()) / f"homeward-journeys-{run}") as served:
        yield served


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with browsers.started() as started:
        yield started


@pytest.fixture(scope="session")
def judge(house: House) -> Judge:
    """One memory for all of the run's processes: what one has judged the others need not."""
    return Judge(seen=Seen(house.shared / "judged"), axe=Axe())


@pytest.fixture
def cast(
    house: House, browser: Browser, judge: Judge, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Cast]:
    """Call it with the name of a demonstration account. At the end nothing they saw may have been at fault."""
    cast = Cast(house=house, browser=browser, judge=judge, album=Album(journey=request.node.name.removeprefix("test_")))
    yield cast
    faults = cast.leave()
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture
def within_a_day(house: House) -> None:
    """A story of one day does not begin in the day's last minutes: it waits for the next."""
    now = datetime.now(UTC)
    left = at_london(london_day(now) + timedelta(days=1)) - now
    if left < LAST_MINUTES:
        time.sleep(left.total_seconds() + 1)


@pytest.fixture
def person(house: House) -> InNeed:
    """A made-up person whom nobody has met yet."""
    return somebody(house.shared / "people")
