"""How does a person at a browser act in a journey: opens, follows, presses, types, sees?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.stage.judging import Judge
from tests.journeys.stage.pictures import Album

PATIENCE = 10_000  # milliseconds
SCRIPTS = re.compile(r"<script\b.*?</script>", re.DOTALL)
STATUS = re.compile(r"status of (\d+)")


class Visitor:
    """One person with one window. Everything they land on is judged; what is wrong is kept in `faults`."""

    def __init__(
        self, *, name: str, context: BrowserContext, url: str, judge: Judge, album: Album, mirror: Page | None = None
    ) -> None:
        self.name, self.url, self.judge, self.album, self.mirror = name, url, judge, album, mirror
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.faults: list[str] = []
        self._allowed: set[int] = set()
        self._watch()

    def _watch(self) -> None:
        page = self.page
        page.on("console", lambda said: self._heard(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._fault(f"a script failed: {error}"))
        page.on("requestfailed", lambda asked: self._failed(asked.url, asked.failure or ""))
        page.on("response", lambda answer: self._answered(answer.url, answer.status))

    def _heard(self, text: str) -> None:
        status = STATUS.search(text)
        if not (status and int(status[1]) in self._allowed):
            self._fault(f"the console says: {text}")

    def _failed(self, url: str, why: str) -> None:
        if "ERR_ABORTED" not in why:  # what a page was fetching when it was left
            self._fault(f"{url} could not be fetched: {why}")

    def _answered(self, url: str, status: int) -> None:
        if status >= 400 and status not in self._allowed:
            self._fault(f"{url} answered {status}")

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.name} at {self.page.url.removeprefix(self.url)}: {words}")

    @contextmanager
    def expecting(self, *statuses: int) -> Iterator[None]:
        """Inside, answers with these statuses are what the journey is about."""
        self._allowed |= set(statuses)
        yield
        self.page.wait_for_timeout(50)  # the console speaks a moment after the answer
        self._allowed -= set(statuses)

    def looks(self) -> None:
        """The page is judged as it stands."""
        self.page.wait_for_load_state("load")
        if "/sign-in/?" in self.page.url and "ended" in self.page.url:
            self._fault("was signed out")
        drawn = self._as_drawn()
        for words in self.judge.faults(drawn):
            self._fault(words)
        self.album.keep(drawn)

    def _as_drawn(self) -> Page:
        """The page itself. The judge is a script, so what stands in a window without scripts is judged in another, as it stands."""
        if self.mirror is None:
            return self.page
        words = SCRIPTS.sub("", self.page.content())
        self.mirror.route(self.page.url, lambda route: route.fulfill(body=words, content_type="text/html; charset=utf-8"))
        self.mirror.goto(self.page.url)
        self.mirror.unroute(self.page.url)
        return self.mirror

    def pictures(self, name: str) -> None:
        """Keep this page as one of the pictures that the README shows."""
        self.album.name(self.page, name)

    # What people do

    def opens(self, path: str) -> None:
        """Types an address."""
        self.page.goto(path if path.startswith("http") else self.url + path)
        self.looks()

    def follows(self, words: str, *, within: Locator | None = None) -> None:
        """Follows a link (also one that looks like a button) to another page."""
        self.leaves_by(self._named("link", words, within))

    def presses(self, words: str, *, within: Locator | None = None) -> None:
        """Presses a button that leads to another page, or the same one answered."""
        self.leaves_by(self._named("button", words, within))

    def leaves_by(self, what: Locator) -> None:
        """Presses or follows this very thing, which leads to another page."""
        with self.page.expect_navigation():
            what.click()
        self.looks()

    def _named(self, role: str, words: str, within: Locator | None) -> Locator:
        found = (within or self.page.locator("body")).get_by_role(role, name=words)  # type: ignore[arg-type]  # a role by name
        return found.filter(visible=True).first

    def field(self, label: str) -> Locator:
        """A field by its label; what stands in brackets after it does not matter."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)}( \(optional\))?$")).first

    def types(self, label: str, words: str) -> None:
        """Writes in a field and leaves it."""
        self.field(label).fill(words)
        self.field(label).dispatch_event("change")

    def chooses(self, label: str, words: str) -> None:
        """Chooses from a list."""
        self.field(label).select_option(label=words)

    def ticks(self, words: str, *, within: Locator | None = None) -> None:
        """Ticks a box or picks one of several, by its words."""
        label = (within or self.page.locator("body")).locator("label").filter(has_text=words).filter(visible=True).first
        self.page.locator(f'[id="{label.get_attribute("for")}"]').check()

    def unfolds(self, words: str) -> None:
        """Opens what is folded away."""
        self.page.locator("summary").filter(has_text=words).first.click()

    # What people see

    def sees(self, words: str, *, within: str = "body", seconds: float = PATIENCE / 1000) -> None:
        """Words that anyone can see on the page, now or in a moment."""
        shown = self.page.locator(within).get_by_text(words).filter(visible=True).first
        expect(shown).to_be_visible(timeout=seconds * 1000)

    def does_not_see(self, words: str, *, within: str = "body") -> None:
        """Words that are nowhere to be seen."""
        expect(self.page.locator(within).get_by_text(words).filter(visible=True)).to_have_count(0)

    def is_on(self, title: str) -> None:
        """The page's first heading."""
        expect(self.page.locator("h1")).to_contain_text(title)

    def stopped_at(self, folder: Path) -> str:
        """For a journey that failed: where this person was, with a picture."""
        path = folder / f"{re.sub(r'[^a-z0-9]+', '-', self.name.lower())}.png"
        self.page.screenshot(path=path, full_page=True)
        return f"{self.name} stood at {self.page.url}: {path}"
