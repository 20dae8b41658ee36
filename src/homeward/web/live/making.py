"""How is a change shown on all pages that see alike? It is drawn once, the gate is asked for each, and each is sent the same."""

import asyncio
import json
import logging

from homeward.web.live.client import Client
from homeward.web.live.desk import Desk, concerns
from homeward.web.live.fetching import fetched
from homeward.web.live.group import Group
from homeward.web.live.notice import Notice
from homeward.web.live.sight import Sight
from homeward.web.live.standing import open_for, who_stands
from homeward.web.live.who import Viewer, viewer_of

log = logging.getLogger(__name__)
AT_ONCE = 4  # sights made at the same time; the pages' processes have others to answer too
APART_SECONDS = 0.08  # what changes this closely in one sight is drawn together
FEW = 10  # sessions that say something new are looked at one by one; beyond so many, after the others were shown it
Changed = list[Notice] | None  # None: the whole list


class Maker:
    """Makes fragments for groups of pages, each group one after the other, several groups at once."""

    def __init__(self) -> None:
        self.desk = Desk(self.begin)
        self.few = asyncio.Semaphore(AT_ONCE)
        self.tasks: set[asyncio.Task[None]] = set()

    def begin(self, sight: Sight, group: Group) -> None:
        """Something changed in this sight. While it is being made for the group, more joins the next making."""
        if not group.busy:
            group.busy = True
            task = asyncio.get_running_loop().create_task(self._serve(sight, group))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _serve(self, sight: Sight, group: Group) -> None:
        loop = asyncio.get_running_loop()
        try:
            while (group.waiting or group.whole) and group.clients:
                await asyncio.sleep(max(0.0, APART_SECONDS - (loop.time() - group.made_at)))
                async with self.few:
                    group.made_at = loop.time()
                    await self._show(sight, list(group.clients), group.take())
        finally:
            group.busy = False

    async def _show(self, sight: Sight, clients: list[Client], changed: Changed) -> None:
        try:
            shown = await self._shown(sight, clients, changed)
        except Exception as fault:  # whatever it is, every page can still fetch for itself
            log.warning("A change could not be drawn for %s pages together: %s", len(clients), type(fault).__name__)
            shown = set()
        for client in clients:
            if client not in shown and client in self.desk.clients:
                _fetch_yourself(client, changed)

    async def _shown(self, sight: Sight, clients: list[Client], changed: Changed) -> set[Client]:
        """Those who were shown it, or whose session is over. Nobody is, unless they stand as they stood and the gate opened."""
        known = [(client, client.viewer) for client in clients if client.viewer is not None]
        stands = await asyncio.to_thread(who_stands, [viewer for _, viewer in known])
        good = [pair for pair, still in zip(known, stands, strict=True) if still]
        unsure = [pair for pair, still in zip(known, stands, strict=True) if not still]
        soon, later = unsure[:FEW], unsure[FEW:]
        over = await self._looked_at_anew(soon)
        again = [
            (client, client.viewer)
            for client, _ in soon
            if client.sight == sight and client.viewer and client not in over
        ]
        seeing = await self._given(sight, [*good, *again], changed) if good or again else set()
        return seeing | over | await self._looked_at_anew(later)

    async def _given(self, sight: Sight, good: list[tuple[Client, Viewer]], changed: Changed) -> set[Client]:
        (first, by), others = good[0], good[1:]
        ids = None if changed is None else [each.subject_id for each in changed]
        fragment, opened = await asyncio.gather(
            asyncio.to_thread(fetched, sight.address(ids), by=by, host=first.host, scheme=first.scheme),
            asyncio.to_thread(open_for, [viewer for _, viewer in others], sight.list.opens),
        )
        if fragment is None:
            return set()
        words = said_with(ids, fragment)
        seeing = {
            client
            for (client, _), is_open in zip(good, [True, *opened], strict=True)
            if is_open and client.sight == sight
        }
        for client in seeing:
            client.give(words)
        return seeing

    async def _looked_at_anew(self, unsure: list[tuple[Client, Viewer]]) -> set[Client]:
        """Those whose session is over: they are told so. The others are seated anew, by what they may see now."""
        over = set()
        for client, viewer in unsure:
            now = await asyncio.to_thread(viewer_of, viewer.key)
            if now is None:
                client.end()
                over.add(client)
            elif client in self.desk.clients:
                self.desk.place(client, now)
        return over


def said_with(ids: list[str] | None, fragment: str) -> bytes:
    """The lines that carry a fragment: which rows it was made for (null: all), and what the pages would have answered."""
    return f"event: rows\ndata: {json.dumps({'ids': ids, 'html': fragment}, separators=(',', ':'))}\n\n".encode()


def _fetch_yourself(client: Client, changed: Changed) -> None:
    if changed is None:
        client.start_afresh()
        return
    for notice in changed:
        if concerns(notice, client):
            client.tell(notice)
