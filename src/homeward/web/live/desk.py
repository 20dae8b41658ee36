"""Who is connected, and whom does a change concern? Pages that see alike are told together, the others each for itself."""

import asyncio
from collections.abc import Callable

from homeward.web.live.client import Client
from homeward.web.live.group import Group
from homeward.web.live.notice import Notice
from homeward.web.live.sight import Sight, sight_of
from homeward.web.live.who import Viewer

MOST_CLIENTS = 2000
FOR_EVERYBODY = frozenset({"capacity", "surge"})  # what is free is no team's secret, and names nobody


class Desk:
    """All open pages of this process. `begin` is called with a sight and its pages when something in it changed."""

    def __init__(self, begin: Callable[[Sight, Group], None] | None = None) -> None:
        self.clients: set[Client] = set()
        self.groups: dict[Sight, Group] = {}
        self.begin = begin
        self.hearing = asyncio.Event()  # set while the line to the database is open

    def full(self) -> bool:
        return len(self.clients) >= MOST_CLIENTS

    def place(self, client: Client, viewer: Viewer) -> None:
        """Seat the page of this viewer, or seat it anew when what they may see has changed."""
        client.viewer, client.teams = viewer, frozenset(viewer.actor.teams)
        sight = sight_of(viewer.actor, client.asked)
        if client in self.clients and sight == client.sight:
            return  # what waits for its group goes on waiting
        self.leave(client)
        client.sight = sight
        self.clients.add(client)
        if sight is not None:
            self.groups.setdefault(sight, Group()).clients.add(client)

    def leave(self, client: Client) -> None:
        """The page is gone."""
        self.clients.discard(client)
        group = self.groups.get(client.sight) if client.sight is not None else None
        if group is not None and client.sight is not None:
            group.clients.discard(client)
            if not group.clients:
                del self.groups[client.sight]

    def pass_on(self, notice: Notice) -> None:
        """Tell every client that works for one of the notice's teams, or everybody where it is no team's own."""
        for client in self.clients:
            if client.sight is None and concerns(notice, client):
                client.tell(notice)
        for sight, group in self.groups.items():
            if sight.list.shows(notice.subject_kind) and concerns(notice, next(iter(group.clients))):
                self._pass_to(sight, group, notice)

    def _pass_to(self, sight: Sight, group: Group, notice: Notice) -> None:
        if self.begin is not None and (group.shared or group.busy):
            group.add(notice, whole=notice.subject_kind == sight.list.also)
            self.begin(sight, group)
            return
        for client in group.clients:
            client.tell(notice)

    def everyone_afresh(self) -> None:
        """The listening was interrupted, so anybody may have missed anything."""
        for client in self.clients:
            client.start_afresh()


def concerns(notice: Notice, client: Client) -> bool:
    """Is it of one of the client's teams, or of no team alone?"""
    return notice.subject_kind in FOR_EVERYBODY or bool(client.teams & notice.teams)
