"""Which open pages share a sight, and what changed in it since they were last shown?"""

from dataclasses import dataclass, field

from homeward.web.live.client import Client
from homeward.web.live.notice import Notice

MOST_ROWS = 60  # more changes than this at once: the whole list is drawn


@dataclass(eq=False)
class Group:
    """The pages of one sight. `busy` while what changed is being made for them; `made_at` by the loop's clock."""

    clients: set[Client] = field(default_factory=set)
    waiting: dict[str, Notice] = field(default_factory=dict)
    whole: bool = False
    busy: bool = False
    made_at: float = 0.0

    @property
    def shared(self) -> bool:
        """Alone, a page fetches for itself: that costs the same, and spreads over the pages' processes."""
        return len(self.clients) > 1

    def add(self, notice: Notice, *, whole: bool) -> None:
        """Keep what changed until it is made."""
        self.waiting[notice.subject_id] = notice
        if whole or self.whole or len(self.waiting) > MOST_ROWS:
            self.waiting.clear()
            self.whole = True

    def take(self) -> list[Notice] | None:
        """What changed, or None when the whole list must be drawn; then nothing waits."""
        taken = None if self.whole else list(self.waiting.values())
        self.waiting.clear()
        self.whole = False
        return taken
