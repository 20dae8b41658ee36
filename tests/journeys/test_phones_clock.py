"""Is a time that is typed on a phone without a signal London's, also while the clocks change?"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from homeward import web


@pytest.mark.parametrize(
    ("day", "typed", "now", "meant"),
    [
        ("2026-10-25", "01:40", "2026-10-25T00:41Z", "2026-10-25T00:40Z"),
        ("2026-10-25", "01:40", "2026-10-25T01:41Z", "2026-10-25T01:40Z"),
        ("2026-10-25", "00:40", "2026-10-25T01:41Z", "2026-10-24T23:40Z"),
        ("2026-10-25", "02:10", "2026-10-25T02:11Z", "2026-10-25T02:10Z"),
        ("2026-03-29", "00:40", "2026-03-29T01:11Z", "2026-03-29T00:40Z"),
        ("2026-03-29", "02:10", "2026-03-29T01:11Z", "2026-03-29T01:10Z"),
        ("2026-07-01", "00:10", "2026-07-01T09:00Z", "2026-06-30T23:10Z"),
        ("2026-12-31", "23:59", "2027-01-01T00:05Z", "2026-12-31T23:59Z"),
    ],
)
def test_a_time_typed_on_the_phone_is_londons_also_while_the_clocks_change(
    browser: Browser, day: str, typed: str, now: str, meant: str
) -> None:
    script = (Path(web.__file__).parent / "static/homeward/pocket/clock.js").read_text().replace("export ", "")
    page = browser.new_page()
    found = page.evaluate(f"(asked) => {{ {script}; return moment(asked[0], asked[1], Date.parse(asked[2])).toISOString(); }}", [day, typed, now])
    page.close()
    assert found == meant.replace("Z", ":00.000Z")
