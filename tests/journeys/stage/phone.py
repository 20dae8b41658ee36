"""What is in a nurse's pocket: a telephone with a disk of its own, whose browser may be killed at any moment?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.stage import browser as browsers
from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

PATIENCE = 30_000  # milliseconds; a phone seals and opens slowly on a machine that does much else
PASSPHRASE = "three brown foxes"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


class Phone:
    """A phone with its own disk: what it keeps outlives its browser."""

    def __init__(self, cast: Cast, visitor: Visitor, disk: Path) -> None:
        self.cast, self.visitor, self.disk, self.url = cast, visitor, disk, visitor.url
        self.cookies = visitor.context.cookies()
        self.pages = 0

    @contextmanager
    def on(self, *, signal: bool) -> Iterator[Page]:
        """Its browser runs; afterwards it is killed as a phone kills it, without a word."""
        context = self.cast.browser.browser_type.launch_persistent_context(
            self.disk, executable_path=browsers.found(), args=browsers.ARGUMENTS, locale="en-GB", timezone_id="Europe/London",
            reduced_motion="reduce", offline=not signal, **PHONE,  # type: ignore[arg-type]  # by name
        )  # fmt: skip
        try:
            if signal:
                context.add_cookies(self.cookies)  # type: ignore[arg-type]  # as they came
            page = context.pages[0]
            page.set_default_timeout(PATIENCE)
            page.goto(f"{self.url}/pocket/")
            yield page
        finally:
            context.close()

    def judged(self, page: Page, name: str) -> None:
        """The page as it stands is judged like every page, and kept as a picture."""
        self.visitor.faults += self.cast.judge.faults(page)
        self.cast.album.name(page, name)


def sets_up(page: Page) -> None:
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The passphrase again").fill(PASSPHRASE)
    page.get_by_role("button", name="Set up this phone").click()
    expect(page.locator("#status")).to_contain_text("Last synced", timeout=2 * PATIENCE)
    expect(page.get_by_role("heading", name="My round")).to_be_visible(timeout=PATIENCE)


def unlocks(page: Page, passphrase: str = PASSPHRASE) -> None:
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Open").click()
