"""What is asked of every page a journey lands on? WCAG 2.2 AA on desktop and phone, and nothing wider than 320 pixels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.stage.house import locked

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Rules that are slow, and whose answer follows from how things look: what they are asked about is marked.
LOOKS = {
    "color-contrast": "[data-judge-colours]",
    "target-size": "[data-judge-room]",
    "link-in-text-block": "a[data-judge-room][href], [data-judge-room][role=link]",
    "scrollable-region-focusable": "[data-judge-room]:not(select, textarea)",
}
STANDARDS = {"resultTypes": ["violations"], "runOnly": LEVELS, "rules": {rule: {"enabled": True} for rule in LOOKS}}
MARKS = re.compile(r'\[data-judge-\w+(="")?\]')  # which are no longer there when the fault is read
SETTLED = """async () => { for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame); }"""  # the menu has folded
DESKTOP, PHONE = (1280, 900), (390, 844)
NARROW = (320, 640)  # WCAG 2.2, 1.4.10 Reflow: the narrowest a phone is

# What a page is made of: each part with its class and role, inside what. Words and numbers of like parts do not matter.
# Where visible words stand, each place by all that it stands in: a page may carry no style of its own, so its colours follow
# from that alone.
KNOWN = """
  const made = (node, marks) => `${node.tagName}.${node.className.baseVal ?? node.className}[${marks.map((name) => node.getAttribute(name) ?? "-")}]`;
  const part = (node) => made(node, ["type", "role", "aria-current", "aria-invalid", "open", "hidden"]);
  const kind = location.pathname.replace(/[0-9a-f-]{36}/g, "*").replace(/^\\/link\\/.*/, "/link/*");
  const inside = (node) => `${kind} ${part(node.parentElement)} > ${part(node)}`;
  const every = [...document.body.querySelectorAll("*")];
  const setting = (node) => made(node, ["type", "role", "scope", "aria-current", "aria-invalid", "disabled", "open"]);
  const place = (node) => node ? `${place(node.parentElement)} > ${setting(node)}` : "";
  const speaks = (node) => node.matches("input, select, textarea") || [...node.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
  const spoken = () => {
    const found = new Map();
    for (const node of every) if (speaks(node) && node.checkVisibility() && !found.has(place(node))) found.set(place(node), node);
    return found;
  };
"""
PARTS = f"() => {{ {KNOWN} return [...new Set(every.map(inside))]; }}"
PLACES = f"() => {{ {KNOWN} return [...spoken().keys()]; }}"
# The whole page by every rule but those of looks: of these axe is asked about room where the new parts stand, and about colours
# at the first words of each new place. Only what is at fault is described, and sent.
FAULTS = f"""async ([parts, places, rules, options]) => {{ {KNOWN}
  const mark = (name, nodes) => {{ for (const node of nodes) if (!node.hasAttribute(name)) for (const each of [node, ...node.querySelectorAll("*")]) each.setAttribute(name, ""); }};
  const news = new Set(parts), found = spoken(), names = ["data-judge-room", "data-judge-colours"];
  mark(names[0], new Set(every.filter((node) => news.has(inside(node))).map((node) => node.parentElement)));
  mark(names[1], places.map((each) => found.get(each)).filter(Boolean));
  try {{
    axe.configure({{rules: Object.entries(rules).map(([id, selector]) => ({{id, selector}}))}});
    const quick = await axe.run({{...options, selectors: false}});
    return quick.violations.length ? (await axe.run(options)).violations : [];
  }} finally {{
    for (const name of names) for (const node of document.querySelectorAll(`[${{name}}]`)) node.removeAttribute(name);
  }}
}}"""
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
    """What some process of this run has judged, in one file that all of them write to and read from."""

    def __init__(self, file: Path) -> None:
        self.file, self.read = file, 0
        self.parts: set[str] = set()

    def new(self, parts: Iterable[str]) -> list[str]:
        """Those that nobody judged before. They are now whoever asked's to judge."""
        with locked(self.file.with_suffix(".lock")):
            self._catch_up()
            new = [part for part in parts if _mark(part) not in self.parts]
            with self.file.open("a", encoding="utf-8") as file:
                file.writelines(f"{_mark(part)}\n" for part in new)
        return new

    def _catch_up(self) -> None:
        if self.file.exists():
            with self.file.open(encoding="utf-8") as file:
                file.seek(self.read)
                self.parts.update(file.read().splitlines())
                self.read = file.tell()


def _mark(part: str) -> str:
    return blake2b(part.encode(), digest_size=12).hexdigest()


@dataclass
class Judge:
    """Remembers what was seen on each kind of page, so that only what is new is judged."""

    seen: Seen
    axe: Axe

    def faults(self, page: Page) -> list[str]:
        """What is wrong with the page as it stands, in sentences; nothing where every part was judged on its like before."""
        new = self.seen.new(page.evaluate(PARTS))
        if not new:
            return []
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(self.axe.axe_script)
        before = page.viewport_size
        found = []
        for name, size in (("desktop", DESKTOP), ("phone", NARROW)):
            if page.viewport_size != {"width": size[0], "height": size[1]}:
                page.set_viewport_size({"width": size[0], "height": size[1]})
                page.evaluate(SETTLED)
            found += [f"{name}: {words}" for words in self._against_the_standards(page, name, new)]
        found += [f"at 320 pixels something is too wide: {words}" for words in _too_wide(page)]
        if before:
            page.set_viewport_size(before)
        return found

    def _against_the_standards(self, page: Page, device: str, new: list[str]) -> list[str]:
        """The whole page by every rule but those of room, which are asked where new parts stand, and of colours, which are asked
        wherever words stand as they stood on no page before. It has one look at the page for all of them."""
        places = {f"{device}{place}": place for place in page.evaluate(PLACES)}
        wanted = [places[each] for each in self.seen.new(places)]
        return [
            f"{fault['id']} ({fault['help']}) at {_where(node)}: {_why(node)}"
            for fault in page.evaluate(FAULTS, [new, wanted, LOOKS, STANDARDS])
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


def _where(node: dict[str, Any]) -> str:
    return MARKS.sub("", " ".join(map(str, node["target"])))


def _why(node: dict[str, object]) -> str:
    return " ".join(str(node.get("failureSummary", "")).split())[:240]
