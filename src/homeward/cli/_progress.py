"""How far along is long work? One line that fills up on a terminal; a line for each kind of work elsewhere."""

import sys
import time
from types import TracebackType

WIDTH = 30
EVERY = 0.1


class Bar:
    """A progress line on standard error. `show(what, done, of)`; `of` 0 means the end is not known."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.live = sys.stderr.isatty()
        self.what = ""
        self.shown_at = 0.0

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.live and self.what and not self.quiet:
            sys.stderr.write("\n")

    def show(self, what: str, done: int, of: int) -> None:
        """Say how far `what` is. Drawn ten times a second at most, and always at the end."""
        new, now = what != self.what, time.monotonic()
        if self.quiet or not (new or done == of or now - self.shown_at > EVERY):
            return
        if self.live:
            sys.stderr.write(("\n" if new and self.what else "\r") + self._line(what, done, of))
        elif new or done == of:
            sys.stderr.write(self._line(what, done, of).rstrip() + "\n")
        sys.stderr.flush()
        self.what, self.shown_at = what, now

    @staticmethod
    def _line(what: str, done: int, of: int) -> str:
        if not of:
            return f"{what:<16} {done:,}  "
        filled = WIDTH * done // of
        return f"{what:<16} [{'#' * filled}{'.' * (WIDTH - filled)}] {done:,} of {of:,}  "
