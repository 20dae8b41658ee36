"""How is a colleague's own board opened for another colleague, a team or an organisation, and closed again?"""

from datetime import datetime
from uuid import UUID

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.measures.models import Board, BoardShare
from homeward.measures.queries.own_boards import mine

MOST = 30


@action("board.share")
def share_board(*, board_id: UUID, kind: str, code: str, by: Actor, at: datetime) -> Happening[str]:
    """They find it on their page of boards from now on; returns with whom it is shared, in words. Twice is once.

    `kind` user: an account's id; team, organisation: its code. Raises Invalid, NotFound, NotPermitted.
    """
    board = mine(board_id, by=by, lock=True)
    words = _words(kind, code)
    if board.shares.count() >= MOST:
        raise Invalid({"with_whom": f"A board is shared with at most {MOST}. Share it with their team instead."})
    BoardShare.objects.get_or_create(
        board=board, kind=kind, code=code, defaults={"words": words, "at": at, "by_name": by.name}
    )
    return _happened(board, words, kind=kind, code=code)


@action("board.unshare")
def unshare_board(*, board_id: UUID, share_id: int, by: Actor, at: datetime) -> Happening[str]:
    """They no longer find it. Raises NotFound, NotPermitted."""
    board = mine(board_id, by=by, lock=True)
    share = board.shares.filter(id=share_id).first()
    if share is None:
        raise NotFound("It is not shared with them any more.", next_step="Look at the list on the board's page.")
    share.delete()
    return _happened(board, share.words, kind=share.kind, code=share.code)


def _words(kind: str, code: str) -> str:
    place = directory.place()
    if kind == "team" and code in place.teams:
        return place.teams[code].name
    if kind == "organisation" and code in place.organisations:
        return place.organisations[code].name
    if kind == "user":
        try:
            return access.account(UUID(code)).name
        except (ValueError, NotFound):
            pass
    raise Invalid({"with_whom": "Choose a colleague, a team or an organisation from the list."})


def _happened(board: Board, words: str, **facts: str) -> Happening[str]:
    return Happening(result=words, subject_kind="board", subject_id=board.id, person_id=None, facts=facts)
