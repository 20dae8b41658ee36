"""How does a colleague take their own board away?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.measures.models import Following
from homeward.measures.queries.own_boards import mine


@action("board.delete")
def delete_board(*, board_id: UUID, by: Actor, at: datetime) -> Happening[None]:
    """Nobody opens it any more, and nobody is told of it. Only its owner may; what it said stays in the log."""
    board = mine(board_id, by=by, lock=True)
    board.deleted_at = at
    board.save(update_fields=["deleted_at"])
    Following.objects.filter(kind="own", code=str(board.id), until=None).update(until=at)
    return Happening(result=None, subject_kind="board", subject_id=board.id, person_id=None)
