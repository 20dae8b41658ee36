"""When does a change reach a crowd of open boards? Each is somebody's own, opens the page, listens, and does what the page's script does."""

import asyncio
import json
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Thread
from urllib.parse import urlencode

from homeward.bench.wire import Wire

LONGEST_LINE = 4_000_000
_ROW = re.compile(r'data-row="([^"]+)"')


class Crowd:
    """Open boards, one for each cookie, looking at the `lists` in turn (queries of the board's address).

    `told` and `shown` hold, by id of what changed, when each board first heard of it and when its row was there whole.
    `pushed` and `fetched` count how the rows came: down the stream, or fetched by the board itself.
    """

    def __init__(
        self, *, port: int, live_port: int, cookies: Sequence[str], board: str, kind: str, lists: Sequence[str]
    ) -> None:
        self.wire, self.port, self.live_port, self.kind = Wire(port), port, live_port, kind
        self.board, self.rows, self.boards = board, f"{board}rows/", len(cookies)
        self.seats = [(cookie, lists[number % len(lists)]) for number, cookie in enumerate(cookies)]
        self.told: dict[str, list[float]] = defaultdict(list)
        self.shown: dict[str, list[float]] = defaultdict(list)
        self.pushed = self.fetched = 0
        self.faults: list[str] = []
        self._opened, self._ready, self._lock = 0, Event(), Lock()
        self._loop = asyncio.new_event_loop()
        self._listening: list[asyncio.Task[None]] = []  # a loop holds its tasks weakly: without this they end at any moment
        self._fetchers = ThreadPoolExecutor(max_workers=min(64, self.boards))

    def start(self) -> None:
        """Open every board; returns once each push says so."""
        for cookie, query in self.seats:
            heard = self.wire.ask("GET", self.board + query, headers={"Cookie": cookie})
            if heard.status != 200:
                raise RuntimeError(f"{self.board}{query} answered {heard.status}")
        Thread(target=self._run, daemon=True).start()
        if not self._ready.wait(60):
            raise RuntimeError(f"only {self._opened} of {self.boards} live pushes opened: {self.faults[:3]}")

    def stop(self) -> None:
        """Close every board."""
        self._loop.call_soon_threadsafe(self._close)
        self._fetchers.shutdown(wait=False, cancel_futures=True)

    def settle(self, ids: set[str], *, within: float) -> None:
        """Wait until every board shows all of these, at most so many seconds."""
        end = time.perf_counter() + within
        while time.perf_counter() < end and any(len(self.shown[each]) < self.boards for each in ids):
            time.sleep(0.02)

    def _close(self) -> None:
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.call_soon(self._loop.stop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._listening = [self._loop.create_task(self._listen(cookie, query)) for cookie, query in self.seats]
        self._loop.run_forever()

    async def _listen(self, cookie: str, query: str) -> None:
        asked = urlencode({"list": self.rows + query})
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.live_port, limit=LONGEST_LINE)
            writer.write(
                f"GET /live/?{asked} HTTP/1.1\r\nHost: 127.0.0.1:{self.live_port}\r\n"
                f"Origin: http://127.0.0.1:{self.port}\r\nCookie: {cookie}\r\n\r\n".encode()
            )
            event = ""
            while line := (await reader.readline()).decode(errors="replace").strip() or "-":
                if line.startswith("event: "):
                    event = line[7:]
                elif line.startswith("data: "):
                    self._heard(event, line[6:], cookie, query)
                elif reader.at_eof():
                    return
        except (OSError, ValueError) as error:
            self.faults.append(type(error).__name__)

    def _heard(self, event: str, data: str, cookie: str, query: str) -> None:
        now = time.perf_counter()
        if event == "open":
            self._opened += 1
            if self._opened == self.boards:
                self._ready.set()
        elif event == "rows":
            self.pushed += 1
            self._drawn(json.loads(data)["html"], now, told=True)
        elif event == "changed":
            ids = [each["id"] for each in json.loads(data) if each["of"] == self.kind]
            for each in ids:
                self.told[each].append(now)
            if ids:
                self._fetchers.submit(self._fetch, cookie, query, ids)
        elif event == "afresh":
            self._fetchers.submit(self._fetch, cookie, query, None)
        elif event == "over":
            self.faults.append("signed out")

    def _drawn(self, html: str, told_at: float, *, told: bool) -> None:
        """The rows are there whole; what a browser does with them then is its own time."""
        found, now = _ROW.findall(html), time.perf_counter()
        with self._lock:
            for each in found:
                if told:
                    self.told[each].append(told_at)
                self.shown[each].append(now)

    def _fetch(self, cookie: str, query: str, ids: list[str] | None) -> None:
        more = f"{'&' if query else '?'}{urlencode({'ids': ','.join(ids)})}" if ids else ""
        try:
            heard = self.wire.ask("GET", f"{self.rows}{query}{more}", headers={"Cookie": cookie, "X-Fragment": "1"})
        except OSError as error:
            self.faults.append(type(error).__name__)
            return
        self.fetched += 1
        if heard.status == 200:
            self._drawn(heard.body.decode(), 0.0, told=False)
        else:
            self.faults.append(f"rows {heard.status}")
