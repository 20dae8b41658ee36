"""How do open pages hear of something that is no event, such as somebody looking? A notice on the same channel."""

from collections.abc import Iterable
from uuid import UUID

from homeward.foundation.events.wake import wake


def tell(kind: str, *, of: str, id: UUID, teams: Iterable[str]) -> None:
    """Wake the pages of these teams about one thing. Ids and codes only."""
    wake("|".join((kind, of, str(id), ",".join(teams))))
