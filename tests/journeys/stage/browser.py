"""Which browser do the journeys use, and how is it started so that it minds its own business?"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--lang=en-GB",
]  # fmt: skip


def found() -> str | None:
    """The browser on this machine, if there is one."""
    return os.environ.get("HOMEWARD_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def started() -> Iterator[Browser]:
    """One browser; every visitor gets a window of their own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
