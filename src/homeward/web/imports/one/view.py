"""What would one delivery change, what became of it, and what waits for somebody?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.records import api as records
from homeward.web.asker import may
from homeward.web.imports.senders import senders
from homeward.web.page import PageRequest, page, show

SHOWN = 50


@page("import.view")
def delivery(request: PageRequest, run_id: UUID) -> HttpResponse:
    """Rows by state; the buttons apply what is not in doubt, go on, or try again what was rejected."""
    if request.method == "POST":
        _act(request, run_id)
        return redirect("import_run", run_id)
    run = records.run(run_id, by=request.actor, at=request.at)
    state = request.GET.get("state", "")
    state = state if state in records.ROW_STATES else _first(run)
    after = _row_asked(request.GET.get("after", ""))
    rows = records.run_rows(run_id, state=state, after=after, limit=SHOWN + 1, by=request.actor, at=request.at)
    context = {
        "run": run, "sender": senders().get(run.source, run.source), "rows": rows[:SHOWN], "state": state, "states": records.ROW_STATES.items(), "hows": records.HOWS,
        "next": rows[SHOWN - 1].id if len(rows) > SHOWN else None, "may_apply": may(request.actor, "import.apply"),
        "may_retry": may(request.actor, "import.retry"),
    }  # fmt: skip
    return show(request, "imports/one/page.html", context)


def _row_asked(text: str) -> int:
    """The row after which the page begins; anything strange counts as not asked."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _first(run: records.ImportRun) -> str:
    """What somebody should look at comes first."""
    order = ("clash", "rejected", "changed", "new", "applied", "same", "read")
    return next((state for state in order if run.counts[state]), "new")


def _act(request: PageRequest, run_id: UUID) -> None:
    if request.POST.get("do") == "retry":
        tried = records.retry_import(run_id=run_id, by=request.actor, at=request.at)
        messages.success(request, f"{tried} tried again. What is still rejected or in doubt is listed below.")
    else:
        records.apply_import(run_id=run_id, by=request.actor, at=request.at)
        messages.success(request, "Applied. What is in doubt or was rejected is listed below.")
