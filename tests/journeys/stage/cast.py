"""Who comes to the journeys? Demonstration accounts signed in by each process of the run, strangers, and made-up people who need help."""

import json
import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from homeward.access.api import DEMO_PASSWORD
from homeward.foundation.nhs_number import is_valid
from tests.journeys.stage.house import House, locked
from tests.journeys.stage.judging import DESKTOP, PHONE, Judge
from tests.journeys.stage.pictures import Album
from tests.journeys.stage.visitor import Visitor

SIGNED_IN_FOR = 480  # seconds; a session in which nothing happens for a quarter of an hour is over
_WINDOWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": DESKTOP[0], "height": DESKTOP[1]}},
    "phone": {"viewport": {"width": PHONE[0], "height": PHONE[1]}, "is_mobile": True, "has_touch": True},
}
_GIVEN = ("Ada", "Bernard", "Cecily", "Dorothy", "Edwin", "Flora", "Gwen", "Harold", "Iris", "Jessie", "Nora", "Stanley")
_FAMILY = (
    "Ashdown", "Birchall", "Cartmell", "Dunnett", "Elmhirst", "Fairclough", "Garland", "Holloway", "Ibbotson", "Jessop",
    "Kettering", "Larkin", "Merriman", "Norcross", "Oakden", "Pemberton", "Quillan", "Ravenhill", "Stapleford", "Thornley",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class InNeed:
    """A made-up person whom nobody has met yet."""

    given: str
    family: str
    born: str
    nhs_number: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


def somebody(known: Path) -> InNeed:
    """Someone new each time: no two in one run bear the same name. `known` is a folder that the run's processes share."""
    draw = random.SystemRandom()
    known.mkdir(exist_ok=True)
    while True:
        given, family = draw.choice(_GIVEN), draw.choice(_FAMILY)
        try:
            (known / f"{given} {family}").touch(exist_ok=False)
        except FileExistsError:
            continue
        break
    number = next(each for each in iter(lambda: f"999{draw.randrange(10**7):07}", "") if is_valid(each))
    return InNeed(
        given=given,
        family=family,
        born=f"{draw.randint(1, 28)} {draw.randint(1, 12)} {draw.randint(1930, 1950)}",
        nhs_number=number,
    )


@dataclass
class Cast:
    """Everyone in one journey. Call it with a name to let that person in."""

    house: House
    browser: Browser
    judge: Judge
    album: Album
    here: list[Visitor] = field(default_factory=list)

    def __call__(self, username: str, *, device: str = "desktop", scripts: bool = True) -> Visitor:
        """Someone with a demonstration account, signed in."""
        return self._let_in(username, device=device, scripts=scripts, state=self._signed_in(username))

    def stranger(self, name: str, *, device: str = "desktop", scripts: bool = True) -> Visitor:
        """Someone without an account, or not signed in yet."""
        return self._let_in(name, device=device, scripts=scripts, state=None)

    def _let_in(self, name: str, *, device: str, scripts: bool, state: Any) -> Visitor:
        context = self.browser.new_context(
            **_WINDOWS[device],
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
            java_script_enabled=scripts,
            storage_state=state,
        )
        mirror = None if scripts else self.browser.new_context(reduced_motion="reduce").new_page()
        visitor = Visitor(name=name, context=context, url=self.house.url, judge=self.judge, album=self.album, mirror=mirror)
        self.here.append(visitor)
        return visitor

    def _signed_in(self, username: str) -> Any:
        """The cookies of this account, got by each of the run's processes: what a page says once is said in one session."""
        kept = self.house.shared / f"{username}-{os.getpid()}.json"
        if not kept.exists() or time.time() - kept.stat().st_mtime > SIGNED_IN_FOR:
            with locked(self.house.shared / f"{username}.lock"):
                visitor = self.stranger(username)
                sign_in(visitor, username, used=self.house.shared / f"{username}.code")
                kept.write_text(json.dumps(visitor.context.storage_state()))
                visitor.context.close()
                self.here.remove(visitor)
        kept.touch()
        return json.loads(kept.read_text())

    def leave(self) -> list[str]:
        """Close every window; what was wrong with what they saw."""
        for visitor in self.here:
            visitor.context.close()
            if visitor.mirror:
                visitor.mirror.context.close()
        return [fault for visitor in self.here for fault in visitor.faults]


def sign_in(visitor: Visitor, username: str, *, judged: Callable[[], None] = lambda: None, used: Path | None = None) -> None:
    """With the password, then the code that the demonstration shows, where the role asks for one. `used` keeps the code that another process took last."""
    visitor.page.goto(f"{visitor.url}/sign-in/")
    judged()
    visitor.types("Email address", f"{username}@demo.example")
    visitor.types("Password", DEMO_PASSWORD)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Sign in", exact=True).first.click()
    judged()
    if "/second-factor/" not in visitor.page.url:
        return
    code = _a_fresh_code(visitor, used.read_text() if used and used.exists() else "")
    visitor.types("Security code", code)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Continue").click()
    if used:
        used.write_text(code)
    judged()


def _a_fresh_code(visitor: Visitor, used: str) -> str:
    """The code shown, once it is not the one that was taken already: no code is taken twice, and each lasts half a minute."""
    shown = visitor.page.locator("#demonstration-code")
    while (code := shown.inner_text()) == used:
        visitor.page.wait_for_timeout(500)
        visitor.page.reload()
    return code
