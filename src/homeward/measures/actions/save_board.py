"""How does a colleague keep a board of their own, or change it?"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.grammar.api import MOST_NUMBERS
from homeward.measures.models import Board, OwnNumber
from homeward.measures.queries.asking import account_of
from homeward.measures.queries.own_boards import mine

LONGEST = 120


@action("board.save")
def save_board(
    *, title: str, measures: Sequence[str], by: Actor, at: datetime, question: str = "", board_id: UUID | None = None
) -> Happening[UUID]:
    """Keep the board with these numbers in this order; returns its id. Only its owner may change it.

    Raises Invalid for no title, no number or more than nine, a number nobody declares; NotFound, NotPermitted.
    """
    title, codes = title.strip(), list(dict.fromkeys(measures))
    _check(title, codes, question)
    if board_id is None:
        board = Board(
            id=new_id(), owner_id=account_of(by), owner_name=by.name, organisation=by.organisation, made_at=at
        )  # fmt: skip
    else:
        board = mine(board_id, by=by, lock=True)
    board.title, board.question, board.changed_at = title, question.strip(), at
    board.save()
    board.numbers.all().delete()
    OwnNumber.objects.bulk_create(
        [OwnNumber(board=board, place=place, measure_code=code) for place, code in enumerate(codes)]
    )
    return Happening(
        result=board.id, subject_kind="board", subject_id=board.id, person_id=None, facts={"measures": codes}
    )


def _check(title: str, codes: Sequence[str], question: str) -> None:
    wrong = {}
    if not title:
        wrong["title"] = "Give the board a title, so that you find it again."
    elif len(title) > LONGEST:
        wrong["title"] = f"Make the title shorter: at most {LONGEST} letters."
    if len(question) > 2 * LONGEST:
        wrong["question"] = f"Make the question shorter: at most {2 * LONGEST} letters."
    known = directory.place().measures
    if not codes:
        wrong["measures"] = "Choose at least one number."
    elif len(codes) > MOST_NUMBERS:
        wrong["measures"] = f"Choose at most {MOST_NUMBERS} numbers: more than that nobody reads at a glance."
    elif any(code not in known for code in codes):
        wrong["measures"] = "One of these numbers is no longer declared. Take it off the board."
    if wrong:
        raise Invalid(wrong)
