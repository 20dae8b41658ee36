"""Who is connected, and what has each not been told yet? Bounded: a slow browser is told to start afresh, never queued for ever."""

import asyncio
from dataclasses import dataclass, field

from homeward.web.live.notice import Notice

MOST_PENDING = 200  # different things changed while one browser was away; beyond this it reloads its list
MOST_CLIENTS = 2000
FOR_EVERYBODY = frozenset({"capacity", "surge"})  # what is free is no team's secret, and names nobody


@dataclass(eq=False)
class Client:
    """One open page: the teams whose work it shows, and the changes waiting for it."""

    teams: frozenset[str]
    pending: dict[str, Notice] = field(default_factory=dict)
    afresh: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, notice: Notice) -> None:
        """Keep `notice` until it is sent; the last one about a thing stands for those before it."""
        if len(self.pending) >= MOST_PENDING and notice.subject_id not in self.pending:
            self.start_afresh()
            return
        self.pending[notice.subject_id] = notice
        self.wake.set()

    def start_afresh(self) -> None:
        """Something may have been missed: the page must load its list again."""
        self.pending.clear()
        self.afresh = True
        self.wake.set()

    def take(self) -> tuple[list[Notice], bool]:
        """What is waiting, which then no longer waits."""
        waiting, afresh = list(self.pending.values()), self.afresh
        self.pending.clear()
        self.afresh = False
        self.wake.clear()
        return waiting, afresh


class Desk:
    """All open pages of this process."""

    def __init__(self) -> None:
        self.clients: set[Client] = set()
        self.hearing = asyncio.Event()  # set while the line to the database is open

    def full(self) -> bool:
        return len(self.clients) >= MOST_CLIENTS

    def pass_on(self, notice: Notice) -> None:
        """Tell every client that works for one of the notice's teams, or everybody where it is no team's own."""
        for_everybody = notice.subject_kind in FOR_EVERYBODY
        for client in self.clients:
            if for_everybody or client.teams & notice.teams:
                client.tell(notice)

    def everyone_afresh(self) -> None:
        """The listening was interrupted, so anybody may have missed anything."""
        for client in self.clients:
            client.start_afresh()
