"""How soon does a change show on the open boards of two hundred people: the flow board's row, the capacity board's number?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from homeward.bench.crowd import Crowd
from homeward.bench.figures import Figure
from homeward.bench.stage import Stage

if TYPE_CHECKING:
    from homeward.foundation.actions import Actor

WITHIN = 8.0


@dataclass(frozen=True, kw_only=True)
class Board:
    """One kind of board: its name, its address, the lists that people look at, and what changes on all of them."""

    name: str
    address: str
    kind: str
    lists: Sequence[str]
    changes: Sequence[tuple[str, Callable[[], object]]]


def boards(actor: "Actor", events: int, at: datetime) -> list[Board]:
    """The flow board, of which four lists show the people who change, and the capacity board, of which two do."""
    return [_flow(actor, events, at), _capacity(events, at)]


def shown(
    board: Board, on: Stage, cookies: Sequence[str], *, population: int, target: float, tell: Callable[[str], None]
) -> list[Figure]:
    """When each of the open boards had heard of each change, and when it showed it."""
    tell(f"{len(cookies)} people open the {board.name}; it changes {len(board.changes)} times …")
    crowd = Crowd(
        port=on.port, live_port=on.live_port, cookies=cookies, board=board.address, kind=board.kind, lists=board.lists
    )
    crowd.start()
    told: list[float] = []
    first: list[float] = []
    every: list[float] = []
    last: list[int] = []
    for thing, change in board.changes:
        crowd.told[thing].clear()
        crowd.shown[thing].clear()
        begun = perf_counter()
        change()
        crowd.settle({thing}, within=WITHIN)
        told += [(moment - begun) * 1000 for moment in crowd.told[thing]]
        moments = sorted(crowd.shown[thing])
        first += [(moment - begun) * 1000 for moment in moments[:1]]
        every += [(moment - begun) * 1000 for moment in moments]
        last += [round((moment - begun) * 1000) for moment in moments[-1:]]
        every += [WITHIN * 1000] * (len(cookies) - len(moments))  # one that never showed it is not left out
        sleep(0.2)
    crowd.stop()
    tell(f"On the last of the boards each change showed after {last} ms.")
    tell(f"{crowd.pushed} times the rows came down the stream, {crowd.fetched} times a board fetched them itself.")
    if crowd.faults:
        tell(f"Faults: {crowd.faults[:5]}")
    names = {
        f"{board.name}: all {len(cookies)} boards told after the event": told,
        f"{board.name}: shown on the first of them": first,
        f"{board.name}: shown on each of {len(cookies)} boards": every,
    }
    return [
        Figure(name=name, population=population, samples=tuple(samples), target_p95=target)
        for name, samples in names.items()
    ]


def _flow(actor: "Actor", events: int, at: datetime) -> Board:
    from django.urls import reverse

    from homeward.access.api import system
    from homeward.directory.api import place
    from homeward.hospital import api as hospital

    policy = place().discharge
    assert policy is not None
    reason = next(each.code for each in policy.delays if not each.asks_for_words)
    head = hospital.flow_board(by=actor, at=at, filters=hospital.FlowFilters(show="waiting"), page_size=50).rows
    where = head[0].hospital_code
    changing = [row for row in head if row.hospital_code == where][:events]

    def wait(stay: hospital.FlowRow) -> Callable[[], object]:
        return lambda: hospital.say_delay(stay_id=stay.id, code=reason, by=system("bench"), at=datetime.now(UTC))

    return Board(
        name="flow board",
        address=reverse("flow"),
        kind="stay",
        lists=("", f"?hospital={where}", "?show=waiting", f"?hospital={where}&show=waiting"),
        changes=[(str(row.id), wait(row)) for row in changing],
    )


def _capacity(events: int, at: datetime) -> Board:
    from django.urls import reverse

    from homeward.access.api import system
    from homeward.capacity import api as capacity
    from homeward.directory.api import place

    service = min((each for each in place().services.values() if each.providers), key=lambda each: each.title)
    team = service.providers[0].team

    def say(free: int) -> object:
        return capacity.report(
            service_code=service.code, team_code=team, free=free, total=50, by=system("bench"), at=datetime.now(UTC)
        )

    line = str(say(1))
    return Board(
        name="capacity board",
        address=reverse("capacity"),
        kind="capacity",
        lists=("", f"?service={service.code}"),
        changes=[(line, partial(say, number + 2)) for number in range(events)],
    )
