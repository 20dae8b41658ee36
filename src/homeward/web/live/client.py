"""What has one open page not been told yet? Bounded: a slow browser is told to start afresh, never queued for ever."""

import asyncio
from dataclasses import dataclass, field

from homeward.web.live.notice import Notice
from homeward.web.live.sight import Sight
from homeward.web.live.who import Viewer

MOST_PENDING = 200  # different things changed while one browser was away; beyond this it reloads its list
MOST_HELD = 500_000  # bytes of fragments that wait for one browser


@dataclass(eq=False)
class Client:
    """One open page: the teams whose work it shows, the list it asked for, and what waits for it."""

    teams: frozenset[str]
    viewer: Viewer | None = None
    asked: str = ""
    host: str = ""
    scheme: str = ""
    sight: Sight | None = None
    pending: dict[str, Notice] = field(default_factory=dict)
    held: list[bytes] = field(default_factory=list)
    afresh: bool = False
    over: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, notice: Notice) -> None:
        """Keep `notice` until it is sent; the last one about a thing stands for those before it."""
        if len(self.pending) >= MOST_PENDING and notice.subject_id not in self.pending:
            self.start_afresh()
            return
        self.pending[notice.subject_id] = notice
        self.wake.set()

    def give(self, fragment: bytes) -> None:
        """Keep a fragment until it is sent."""
        if self.over:
            return
        if sum(map(len, self.held)) + len(fragment) > MOST_HELD:
            self.start_afresh()
            return
        self.held.append(fragment)
        self.wake.set()

    def start_afresh(self) -> None:
        """Something may have been missed: the page must load its list again."""
        self.pending.clear()
        self.held.clear()
        self.afresh = True
        self.wake.set()

    def end(self) -> None:
        """Its session is over: nothing that waits is sent any more."""
        self.pending.clear()
        self.held.clear()
        self.over = True
        self.wake.set()

    def take(self) -> tuple[list[Notice], bool]:
        """What is waiting to be told, which then no longer waits."""
        waiting, afresh = list(self.pending.values()), self.afresh
        self.pending.clear()
        self.afresh = False
        self.wake.clear()
        return waiting, afresh

    def take_held(self) -> list[bytes]:
        """The fragments that wait, which then no longer wait."""
        held, self.held = self.held, []
        return held
