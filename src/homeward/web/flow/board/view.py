"""Who is in hospital and could leave? The board, and the part of it that a live page fetches when something has changed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict

from homeward.hospital import api as hospital
from homeward.hospital.api import FlowBoard, FlowFilters, FlowRow
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.page import PageRequest, page, show
from homeward.web.words import count

PAGE_SIZE = 50
MOST_ASKED = 200
LATE = 9_000_000_000_000
SHOWN = {
    "": "Everybody",
    "ready": "Ready to leave",
    "waiting": "Ready before today",
    "unowned": "Ready, and no next step",
    "mine": "Our next step",
    "unlooked": "Not looked at today",
    "long": "Long stays",
    "bed": "A recovery bed kept, let go or waited for",
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The filters as they were asked for; what is not known is left out."""

    hospital: str
    ward: str
    show: str
    text: str
    page: int

    def as_door(self) -> FlowFilters:
        """For the board's door."""
        return FlowFilters(hospital=self.hospital, ward=self.ward, show=self.show, text=self.text)

    def query(self, **changed: object) -> str:
        """The query string of these filters with some changed."""
        parts = {"hospital": self.hospital, "ward": self.ward, "show": self.show, "q": self.text} | changed
        return urlencode({name: value for name, value in parts.items() if value})


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """One row, ready to draw. `mark` changes whenever anything shown does."""

    row: FlowRow
    sort: int
    mark: str
    said: str
    since: str
    pace: str


def read(asked: QueryDict) -> Wanted:
    """The filters in an address. A value that is not known counts as not given."""
    known = hospital.hospitals()
    code = asked.get("hospital", "") if asked.get("hospital", "") in known else ""
    wards = {ward.code for each in ([known[code]] if code else known.values()) for ward in each.wards}
    return Wanted(
        hospital=code,
        ward=asked.get("ward", "") if asked.get("ward", "") in wards else "",
        show=asked.get("show", "") if asked.get("show", "") in SHOWN else "",
        text=asked.get("q", "").strip()[:100],
        page=asked_number(asked.get("page")),
    )


def shown(rows: list[FlowRow] | tuple[FlowRow, ...]) -> list[ShownRow]:
    """The rows in the order given."""
    return [_shown(row) for row in rows]


def _shown(row: FlowRow) -> ShownRow:
    first = row.ready_at or row.admitted_at
    since = (
        "Ready today"
        if row.days_ready == 0
        else f"Ready {count(row.days_ready, 'day')}"
        if row.days_ready
        else row.standing_words
    )
    return ShownRow(
        row=row,
        sort=int(first.timestamp() * 1000) + (0 if row.ready_at else LATE),
        mark=f"{row.version}.{row.step}.{row.step_team}.{row.tasks}.{row.days_ready}.{row.looked_at_today}.{row.step_late}.{row.kept}.{row.waits_since}",
        said=f"{row.name}, {row.ward}: {since.lower()}",
        since=since,
        pace="late" if (row.days_ready or 0) >= 1 else "soon" if row.days_ready == 0 else "calm",
    )


@page("flow.view", methods=("GET",))
def board(request: PageRequest) -> HttpResponse:
    """The whole page."""
    wanted = read(request.GET)
    return show(request, "flow/board/page.html", _drawn(request, wanted, ids=None))


@page("flow.view", methods=("GET",))
def rows(request: PageRequest) -> HttpResponse:
    """Only the rows named in `ids` (all without it), with the counts: what `board.js` asks for."""
    asked = {each for each in request.GET.get("ids", "").split(",")[:MOST_ASKED] if each} or None
    return show(request, "flow/board/_rows.html", _drawn(request, read(request.GET), ids=asked))


def _drawn(request: PageRequest, wanted: Wanted, *, ids: set[str] | None) -> dict[str, object]:
    found = hospital.flow_board(
        by=request.actor, at=request.at, filters=wanted.as_door(), page=wanted.page, page_size=PAGE_SIZE
    )
    known = hospital.hospitals()
    kept = [row for row in found.rows if ids is None or str(row.id) in ids]
    return {
        "wanted": wanted,
        "board": found,
        "rows": shown(kept),
        "chips": _chips(wanted, found),
        "known": known,
        "wards": [
            (ward, found.count(hospital=wanted.hospital, ward=ward.code)) for ward in known[wanted.hospital].wards
        ]
        if wanted.hospital
        else [],
        "shows": SHOWN,
        "may_admit": may(request.actor, "stay.admit"),
        "unsaid": len(hospital.waiting_rows(by=request.actor, at=request.at))
        if ids is None and may(request.actor, "stay.feed")
        else 0,
    }


def _chips(wanted: Wanted, found: FlowBoard) -> list[tuple[str, int, int, str, bool]]:
    """Words, how many, how many of them ready, query and whether it is chosen: one chip a hospital, all of them first if they are several."""
    ready = "no_longer_meets"
    chips = [
        (
            "All your hospitals",
            found.count(),
            found.count(standing=ready),
            wanted.query(hospital="", ward=""),
            not wanted.hospital,
        )
    ]
    for code, each in hospital.hospitals().items():
        if found.count(hospital=code) or code == wanted.hospital:
            chips.append(
                (each.name, found.count(hospital=code), found.count(hospital=code, standing=ready),
                 wanted.query(hospital=code, ward=""), code == wanted.hospital)
            )  # fmt: skip
    return chips if len(chips) != 2 or wanted.hospital else chips[1:]
