"""Which details of people do partners tell otherwise than we know them, and which shall hold?"""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid
from homeward.records import api as records
from homeward.web.asker import may
from homeward.web.imports.senders import senders
from homeward.web.page import PageRequest, page, show

SHOWN = 20


@page("import.view")
def details(request: PageRequest) -> HttpResponse:
    """Ours beside theirs, one detail at a time; nothing is changed until somebody decides."""
    if request.method == "POST":
        _decide(request)
        return redirect("import_details")
    asked = request.GET.get("state", "")
    state = asked if asked in records.DETAIL_STATES else "waiting"
    after = _after(request.GET.get("after", ""))
    rows = records.details_told(state=state, after=after, limit=SHOWN + 1, by=request.actor, at=request.at)
    last = rows[SHOWN - 1] if len(rows) > SHOWN else None
    context = {
        "rows": rows[:SHOWN], "state": state, "states": records.DETAIL_STATES.items(), "senders": senders(),
        "next": f"{last.noted_at.isoformat()}~{last.id}" if last else "",
        "may_decide": may(request.actor, "import.decide_detail"),
    }  # fmt: skip
    return show(request, "imports/details/page.html", context)


def _decide(request: PageRequest) -> None:
    told = request.POST
    try:
        taken = told.get("do") == "take"
        records.decide_detail(
            detail_id=UUID(told.get("detail", "")), take=taken, seen=told.get("seen", ""), words=told.get("words", "")[:500],
            died_on=_day(told.get("died_on", "")), by=request.actor, at=request.at,
        )  # fmt: skip
    except Invalid as wrong:
        messages.error(request, " ".join(wrong.errors.values()))
    except Clash as other:
        messages.error(request, f"{other.args[0]} {other.next_step}")
    except ValueError:
        messages.error(request, "Enter the day as on a calendar, like 2026-03-27.")
    else:
        messages.success(
            request, "Taken over. What stood before is in the person's history." if taken else "Ours is kept."
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _after(text: str) -> tuple[datetime, UUID] | None:
    """The last row of the page before; anything strange counts as not asked."""
    moment, _, id = text.partition("~")
    try:
        found = datetime.fromisoformat(moment.replace(" ", "+"))
        return (found, UUID(id)) if found.tzinfo else None
    except ValueError:
        return None
