"""Does a phone without a signal name the day of each visit, also when midnight passes while it is carried?"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from homeward import web

STATIC = Path(web.__file__).parent / "static"
STYLES = ("nhsuk/nhsuk-frontend.min.css", "homeward/homeward.css", "homeward/field.css", "homeward/pocket.css")
SHELL = (
    '<!DOCTYPE html><html lang="en-GB"><title>My round</title>' + "".join(f'<link rel="stylesheet" href="/{each}">' for each in STYLES)
    + '<body class="hw-pocket"><main class="hw-pocket-main" id="maincontent" tabindex="-1"></main>'
)  # fmt: skip
DRAW = """async (pack) => {
  const [open, round] = await Promise.all([import("/homeward/pocket/open.js"), import("/homeward/pocket/round.js")]);
  open.here.pack = pack;
  round.drawRound(() => {});
  return [...document.querySelectorAll("h2, .hw-stop-name, .nhsuk-caption-l")].map((each) => each.textContent);
}"""


def stop(name: str, planned: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": name, "name": name, "open": True, "planned_at": planned, "need": "A fall", "purpose": "Visit", "homes": ["1 Elm Road"],
        "where": "", "clocks": [], "unread": [], "notice": "", "state_words": "Planned", "contact_at": None, "by": "", **more,
    }  # fmt: skip


PACK: dict[str, Any] = {
    "at": "2026-11-23T22:00:00Z", "shut": 0,
    "stops": [
        stop("Any", None), stop("Late", "2026-11-23T23:30:00Z"), stop("One", "2026-11-24T01:00:00Z"), stop("Five", "2026-11-24T05:00:00Z"),
        stop("Seen", "2026-11-23T20:00:00Z", open=False, state_words="Seen", contact_at="2026-11-23T20:10:00Z", by="Nia Brooks"),
        stop("Died", "2026-11-24T02:00:00Z", open=False, state_words="Stopped", notice="The person has died. Do not visit; speak with the family first."),
    ],
}  # fmt: skip


def phone(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 844})

    def answer(route: Route) -> None:
        path = STATIC / route.request.url.split("http://phone.test/")[1]
        if path == STATIC:
            route.fulfill(body=SHELL, content_type="text/html")
        elif path.is_file():
            route.fulfill(path=path)
        else:
            route.abort()

    page.route("http://phone.test/**", answer)
    page.goto("http://phone.test/")
    return page


@pytest.mark.hazard(
    "HZ-S17-18",
    hazard="Midnight passes on a phone without a signal, and its round still calls a visit of this morning tomorrow's.",
    control="The day of each visit is named by the phone's own clock whenever the round is drawn, with its weekday and date.",
)
def test_each_visit_stands_under_its_day_by_the_phones_own_clock(browser: Browser) -> None:
    page = phone(browser)
    found = {}
    for now in ("2026-11-23T23:40:00+00:00", "2026-11-24T00:20:00+00:00"):
        page.clock.set_fixed_time(datetime.fromisoformat(now))
        found[now[11:16]] = page.evaluate(DRAW, json.loads(json.dumps(PACK)))
    words = page.locator("main").inner_text()
    page.close()
    assert "Seen Monday 23 November, 20:10, Nia Brooks" in words and "Stopped, planned for today 02:00" in words
    assert found["23:40"] == [
        "Monday 23 November", "Today, Monday 23 November", "Any", "Late", "Tomorrow, Tuesday 24 November", "One", "Five", "Done or stopped", "Seen", "Died",
    ]  # fmt: skip
    assert found["00:20"] == [
        "Tuesday 24 November", "Yesterday, Monday 23 November", "Late", "Today, Tuesday 24 November", "Any", "One", "Five", "Done or stopped", "Seen", "Died",
    ]  # fmt: skip


def test_a_round_of_today_alone_needs_no_heading(browser: Browser) -> None:
    page = phone(browser)
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-23T10:00:00+00:00"))
    assert page.evaluate(DRAW, {**PACK, "stops": PACK["stops"][:2]}) == ["Monday 23 November", "Any", "Late"]
    page.close()


@pytest.mark.parametrize(
    ("day", "now", "said"),
    [
        ("2026-10-25", "2026-10-24T22:59Z", "Tomorrow, Sunday 25 October"),
        ("2026-10-25", "2026-10-24T23:00Z", "Today, Sunday 25 October"),
        ("2026-10-25", "2026-10-25T23:59Z", "Today, Sunday 25 October"),
        ("2026-10-25", "2026-10-26T00:00Z", "Yesterday, Sunday 25 October"),
        ("2026-03-29", "2026-03-28T23:59Z", "Tomorrow, Sunday 29 March"),
        ("2026-03-29", "2026-03-29T22:59Z", "Today, Sunday 29 March"),
        ("2026-03-29", "2026-03-29T23:00Z", "Yesterday, Sunday 29 March"),
        ("2026-11-21", "2026-11-24T00:20Z", "Saturday 21 November"),
    ],
)
def test_a_day_is_named_right_also_while_the_clocks_change(browser: Browser, day: str, now: str, said: str) -> None:
    page = phone(browser)
    named = "async ([day, now]) => (await import('/homeward/pocket/clock.js')).named(day, Date.parse(now))"
    assert page.evaluate(named, [day, now]) == said
    page.close()
