"""What is asked of every page a journey lands on? WCAG 2.2 AA on desktop and phone, and nothing wider than 320 pixels."""

from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.stage.house import locked

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
SETTLED = 150  # milliseconds in which the menu folds to a new width
DESKTOP, PHONE, NARROW = (1280, 900), (390, 844), (320, 640)

# What a page is made of: each part with its class and role, inside what. Words and numbers of like parts do not matter.
PARTS = """() => {
  const marks = ["type", "role", "aria-current", "aria-invalid", "open", "hidden"];
  const part = (node) => `${node.tagName}.${node.className.baseVal ?? node.className}[${marks.map((name) => node.getAttribute(name) ?? "")}]`;
  const kind = location.pathname.replace(/[0-9a-f-]{36}/g, "*").replace(/^\\/link\\/.*/, "/link/*");
  return [...new Set([...document.body.querySelectorAll("*")].map((node) => `${kind} ${part(node.parentElement)} > ${part(node)}`))];
}"""
WIDER = """() => {
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= most) return [];
  const inScroller = (node) => { for (let up = node.parentElement; up; up = up.parentElement) {
    if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(up).overflowX)) return true; } return false; };
  return [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > most + 1 && !inScroller(node))
    .slice(0, 4).map((node) => `${node.tagName.toLowerCase()}.${node.className} to ${Math.round(node.getBoundingClientRect().right)}`)
    .concat(`the page is ${document.documentElement.scrollWidth} wide`);
}"""


class Seen:
    """The parts that some process of this run has judged, in one file that all of them write to and read from."""

    def __init__(self, file: Path) -> None:
        self.file, self.read = file, 0
        self.parts: set[str] = set()

    def knows(self, parts: set[str]) -> bool:
        """Were all of them judged before? Those that were not are now whoever asked's to judge."""
        with locked(self.file.with_suffix(".lock")):
            self._catch_up()
            new = sorted(parts - self.parts)
            with self.file.open("a", encoding="utf-8") as file:
                file.writelines(f"{part}\n" for part in new)
        return not new

    def _catch_up(self) -> None:
        if self.file.exists():
            with self.file.open(encoding="utf-8") as file:
                file.seek(self.read)
                self.parts.update(file.read().splitlines())
                self.read = file.tell()


@dataclass
class Judge:
    """Remembers what was seen on each kind of page, so that only what is new is judged."""

    seen: Seen
    axe: Axe

    def faults(self, page: Page) -> list[str]:
        """What is wrong with the page as it stands, in sentences; nothing where every part was judged on its like before."""
        if self.seen.knows({" ".join(part.split()) for part in page.evaluate(PARTS)}):
            return []
        before = page.viewport_size
        found = []
        for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.wait_for_timeout(SETTLED)
            found += [f"{name}: {words}" for words in self._against_the_standards(page)]
        page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
        found += [f"at 320 pixels something is too wide: {words}" for words in _too_wide(page)]
        if before:
            page.set_viewport_size(before)
        return found

    def _against_the_standards(self, page: Page) -> list[str]:
        results = self.axe.run(page, options=OPTIONS).response
        return [
            f"{fault['id']} ({fault['help']}) at {' '.join(map(str, node['target']))}: {_why(node)}"
            for fault in results["violations"]
            for node in fault["nodes"][:3]
        ]


def _too_wide(page: Page) -> list[str]:
    """What sticks out, once the menu has had its moment to fold."""
    found: list[str] = []
    for _ in range(10):
        found = page.evaluate(WIDER)
        if not found:
            break
        page.wait_for_timeout(100)
    return found


def _why(node: dict[str, object]) -> str:
    return " ".join(str(node.get("failureSummary", "")).split())[:240]
