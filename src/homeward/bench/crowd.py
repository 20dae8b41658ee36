"""When does a change reach a crowd of open boards? Each listens to the real live push and fetches the row as the page's script does."""

import asyncio
import json
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Thread

from homeward.bench.wire import Wire


class Crowd:
    """So many open boards. `told` and `shown` hold, by id of what changed, when each board was told of it and showed it."""

    def __init__(self, *, port: int, live_port: int, cookie: str, rows: str, kind: str, boards: int) -> None:
        self.wire, self.live_port, self.cookie, self.rows, self.kind, self.boards = (
            Wire(port),
            live_port,
            cookie,
            rows,
            kind,
            boards,
        )
        self.told: dict[str, list[float]] = defaultdict(list)
        self.shown: dict[str, list[float]] = defaultdict(list)
        self.faults: list[str] = []
        self._opened, self._ready, self._lock = 0, Event(), Lock()
        self._loop = asyncio.new_event_loop()
        self._fetchers = ThreadPoolExecutor(max_workers=min(64, boards))

    def start(self) -> None:
        """Open every board; returns once each push says so."""
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
        for _ in range(self.boards):
            self._loop.create_task(self._listen())
        self._loop.run_forever()

    async def _listen(self) -> None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.live_port)
            writer.write(
                f"GET /live/ HTTP/1.1\r\nHost: 127.0.0.1:{self.live_port}\r\nCookie: {self.cookie}\r\n\r\n".encode()
            )
            event = ""
            while line := (await reader.readline()).decode(errors="replace").strip() or "-":
                if line.startswith("event: "):
                    event = line[7:]
                elif line.startswith("data: "):
                    self._heard(event, line[6:])
                elif reader.at_eof():
                    return
        except OSError as error:
            self.faults.append(type(error).__name__)

    def _heard(self, event: str, data: str) -> None:
        now = time.perf_counter()
        if event == "open":
            self._opened += 1
            if self._opened == self.boards:
                self._ready.set()
        elif event == "changed":
            for each in json.loads(data):
                if each["of"] == self.kind:
                    self.told[each["id"]].append(now)
                    self._fetchers.submit(self._fetch, each["id"])

    def _fetch(self, thing: str) -> None:
        try:
            heard = self.wire.ask("GET", f"{self.rows}?ids={thing}", headers={"Cookie": self.cookie, "X-Fragment": "1"})
        except OSError as error:
            self.faults.append(type(error).__name__)
            return
        now = time.perf_counter()
        with self._lock:
            if heard.status == 200:
                self.shown[thing].append(now)
            else:
                self.faults.append(f"rows {heard.status}")
