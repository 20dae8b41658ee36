"""Where do the journeys keep pictures of what they saw? Under HOMEWARD_SCREENS; nowhere when it is not set."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.stage.judging import DESKTOP, PHONE

FOLDER = "HOMEWARD_SCREENS"
NAMED = "named"
UNHURRIED = 60_000  # milliseconds: a long page on a busy machine still gets its picture


@dataclass
class Album:
    """The pictures of one journey: every page whole, and those with names as a window shows them."""

    journey: str
    kept: set[str] = field(default_factory=set)

    @property
    def folder(self) -> Path | None:
        return Path(os.environ[FOLDER]).resolve() if os.environ.get(FOLDER) else None

    def keep(self, page: Page) -> None:
        """The whole page at both widths, once a title."""
        title = re.sub(r"[^a-z0-9]+", "-", page.title().lower()).strip("-")[:60]
        if self.folder is None or title in self.kept:
            return
        self.kept.add(title)
        self._take(page, self.folder / self.journey, f"{len(self.kept):02}-{title}", whole=True)

    def name(self, page: Page, name: str) -> None:
        """A picture for the README: as much as a window shows."""
        if self.folder is not None:
            page.evaluate("window.scrollTo(0, 0)")
            self._take(page, self.folder / NAMED, name, whole=False)

    def _take(self, page: Page, folder: Path, name: str, *, whole: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        before = page.viewport_size
        for device, size in (("", DESKTOP), ("-phone", PHONE)):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.screenshot(path=folder / f"{name}{device}.png", full_page=whole, scale="css", animations="disabled", timeout=UNHURRIED)
        if before:
            page.set_viewport_size(before)
