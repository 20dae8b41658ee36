"""How does a pack that waits become paper? Gathered board by board, then typeset; it says how far it is."""

from collections.abc import Callable
from datetime import datetime

from django.http import QueryDict

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.grammar.api import BoardNumber, Dashboard
from homeward.measures import api as measures
from homeward.web.boards.asked import read
from homeward.web.boards.pack.gather import pack
from homeward.web.boards.pack.typeset import typeset


def paper(asked: measures.Pack, told: Callable[[int], None], of: datetime, *, at: datetime) -> bytes:
    """The PDF of one pack, counted of the moment `of`. A board that is no longer declared is left out."""
    declared = directory.place().dashboards
    boards = [declared[code] for code in asked.boards if code in declared]
    if asked.own:
        boards.append(_own(asked.own, at))
    kinds = boards[0].by_area if len(boards) == 1 and not asked.own else ("locality",)
    query = QueryDict(mutable=True)
    query.update(asked.asked)
    gathered = pack(
        boards, read(query, kinds=kinds, now=at), title=asked.title if len(boards) == 1 else f"Board pack: {asked.title}", small=asked.small, told=told,
        of=of, by=system(measures.PACK_JOB), at=at,
    )  # fmt: skip
    return typeset(gathered)


def _own(own: dict[str, object], at: datetime) -> Dashboard:
    numbers = own["numbers"]
    return Dashboard(
        code="own", title=str(own["title"]), question=str(own["question"]), owner=str(own["owner"]), review_by=at.date(),
        numbers=tuple(BoardNumber(**each) for each in numbers) if isinstance(numbers, list) else (),
    )  # fmt: skip
