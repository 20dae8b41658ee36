"""Which boards did colleagues put together that this one may open?"""

from uuid import UUID

from django.db.models import Q, QuerySet

from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.measures.models import Board
from homeward.measures.queries.asking import check_may

MOST = 60


def own_boards(*, by: Actor) -> list[Board]:
    """Their own, then those shared with them, by title; at most 60."""
    check_may(by)
    found = _open_to(by).prefetch_related("numbers").order_by("title", "id")[:MOST]
    return sorted(found, key=lambda board: (board.owner_id != by.user_id, board.title.lower()))


def openable(board_id: UUID, *, by: Actor) -> Board:
    """One of them. Raises NotFound, also for a board that is not shared with them: that it exists is not theirs to know."""
    check_may(by)
    board = _open_to(by).filter(id=board_id).prefetch_related("numbers", "shares").first()
    if board is None:
        raise NotFound("There is no such board.", next_step="Ask whoever made it to share it with you.")
    return board


def mine(board_id: UUID, *, by: Actor, lock: bool = False) -> Board:
    """A board of the actor's own. Raises NotFound, NotPermitted."""
    board = openable(board_id, by=by)
    if board.owner_id != by.user_id:
        raise NotPermitted(f"Only {board.owner_name} may change this board.", next_step="Make a copy of your own.")
    return Board.objects.select_for_update().get(id=board.id) if lock else board


def _open_to(by: Actor) -> QuerySet[Board]:
    shared = Q(shares__kind="organisation", shares__code=by.organisation) | Q(
        shares__kind="team", shares__code__in=by.teams
    )
    if by.user_id is not None:
        shared |= Q(owner_id=by.user_id) | Q(shares__kind="user", shares__code=str(by.user_id))
    return Board.objects.filter(shared, deleted_at=None).distinct()
