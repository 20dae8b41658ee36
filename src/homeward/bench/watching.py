"""When does a referral show on an open board? Told by the real live push, then fetched as the board's script does."""

import http.client
import json
import threading
import time
from urllib.parse import urlencode

from django.urls import reverse

from homeward.bench.intake import Sent
from homeward.bench.wire import Wire

LOOK_BACK = 8  # words of two seconds each
JOINS_WITHIN = 0.04  # the board's script waits this long for further changes before it fetches


class Watcher:
    """An open board, searched for the word of the last seconds, so that new rows are on its first page."""

    def __init__(self, *, port: int, live_port: int, cookie: str, sent: Sent) -> None:
        self.wire = Wire(port)
        self.rows = reverse("hub_rows")
        self.live_port = live_port
        self.headers = {"Cookie": cookie, "X-Fragment": "1"}
        self.sent = sent
        self.shown: dict[str, float] = {}
        self.fetches = 0
        self.opened = threading.Event()
        self.faults: list[str] = []
        self._waiting: set[str] = set()
        self._changed = threading.Condition()
        self._over = False

    def start(self) -> None:
        """Open the board; returns once the push says so."""
        for work in (self._listen, self._fetch):
            threading.Thread(target=work, daemon=True).start()
        if not self.opened.wait(20):
            raise RuntimeError(f"the live push did not open: {self.faults[:3]}")

    def stop(self) -> None:
        """Close the board."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def settle(self, sent: Sent, *, within: float) -> None:
        """Wait until everything sent is shown, at most so many seconds."""
        end = time.perf_counter() + within
        while time.perf_counter() < end and not sent.set_out.keys() <= self.shown.keys():
            time.sleep(0.05)

    def _listen(self) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self.live_port, timeout=30)
        try:
            shows = urlencode({"list": self.rows})  # as the board's script says which list it shows
            line.request("GET", f"/live/?{shows}", headers={"Cookie": self.headers["Cookie"]})
            answer = line.getresponse()
            if answer.status != 200:
                self.faults.append(f"live {answer.status}")
                return
            event = ""
            while not self._over and (text := answer.readline().decode()):
                if text.startswith("event: "):
                    event = text[7:].strip()
                elif text.startswith("data: "):
                    self._heard(event, text[6:])
        except OSError as error:
            self.faults.append(type(error).__name__)
        finally:
            line.close()

    def _heard(self, event: str, data: str) -> None:
        if event == "open":
            self.opened.set()
        elif event == "changed":
            ids = {each["id"] for each in json.loads(data) if each["of"] == "referral"}
            with self._changed:
                self._waiting |= ids - self.shown.keys()
                self._changed.notify_all()
        elif event == "afresh" and self.opened.is_set() and self.shown:
            self.faults.append("told to start afresh")

    def _fetch(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._over:
                    self._changed.wait(1)
                if self._over:
                    return
            time.sleep(JOINS_WITHIN)
            with self._changed:
                ids, self._waiting = self._waiting, set()
            missing = self._look_back(ids, self.sent.slot)
            if missing:
                with self._changed:
                    self._waiting |= {each for each in missing if each not in self.shown}
                time.sleep(0.02)

    def _look_back(self, ids: set[str], slot: int) -> set[str]:
        """Fetch under the word of now, then of the seconds before: a slow machine shows what set out a while ago."""
        missing = ids
        for earlier in range(slot, max(0, slot - LOOK_BACK), -1):
            missing = self._ask(missing, earlier)
            if not missing:
                break
        return missing

    def _ask(self, ids: set[str], slot: int) -> set[str]:
        """Fetch these rows; those that did not come back."""
        query = urlencode({"q": f"slot-{slot:04d}", "ids": ",".join(sorted(ids))})
        try:
            heard = self.wire.ask("GET", f"{self.rows}?{query}", headers=self.headers)
        except OSError as error:
            self.faults.append(type(error).__name__)
            return ids
        now = time.perf_counter()
        self.fetches += 1
        if heard.status != 200:
            self.faults.append(f"rows {heard.status}")
            return ids
        page = heard.body.decode()
        found = {each for each in ids if each in page}
        self.shown.update(dict.fromkeys(found, now))
        return ids - found
