"""How is the list taken away? As CSV with the same filters, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.foundation.moments import london
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow
from homeward.web.hub.board.filters import read
from homeward.web.page import PageRequest, page

MOST = 5000
HEADS = (
    "Received", "Due", "Late", "Name", "NHS number", "Age", "Language", "Interpreter", "Need", "Urgency", "State",
    "With team", "Hub", "Service", "Referrer", "Reference",
)  # fmt: skip


@page("hub.view", methods=("GET",))
def board_csv(request: PageRequest) -> HttpResponse:
    """Up to 5,000 rows of the list."""
    wanted = read(request.GET, directory.place())
    found = referrals.board(by=request.actor, at=request.at, filters=wanted.as_door(), page_size=MOST)
    response = HttpResponse(written(found.rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="hub.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def written(rows: Iterable[BoardRow]) -> str:
    """The rows as CSV, with a heading."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    writer.writerows([_safe(cell) for cell in _cells(row)] for row in rows)
    return out.getvalue()


def _cells(row: BoardRow) -> tuple[object, ...]:
    due = row.clock.due_at if row.clock else None
    return (
        f"{london(row.received_at):%Y-%m-%d %H:%M}", f"{london(due):%Y-%m-%d %H:%M}" if due else "",
        "yes" if row.clock and row.clock.late else "no", row.name, row.nhs_number, row.age, row.language_code,
        "yes" if row.interpreter_needed else "no", row.need_title, row.urgency_title, row.state_title,
        row.owner_team_name, row.hub_team_name, row.service_title, row.requester_organisation, row.id,
    )  # fmt: skip


def _safe(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    words = "" if cell is None else str(cell)
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words
