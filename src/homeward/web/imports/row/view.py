"""What stands here, what came, and which shall hold?"""

import json
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.records import api as records
from homeward.web.asker import may
from homeward.web.imports.row.form import DecideForm
from homeward.web.page import PageRequest, blame, page, show

OPEN = ("new", "changed", "clash")


@page("import.view")
def delivery_row(request: PageRequest, run_id: UUID, row_id: int) -> HttpResponse:
    """Old beside new, and a decision where one is wanted."""
    row = records.run_row(run_id, row_id, by=request.actor, at=request.at)
    form = DecideForm(
        request.POST if request.method == "POST" else None,
        doubtful=row.subject_doubtful,
        person=row.person_id is not None,
        auto_id="%s",
    )
    if form.is_valid():
        try:
            _decide(request, run_id, row, form.cleaned_data)
            messages.success(request, "Your decision is noted.")
            return redirect("import_run", run_id)
        except Invalid as wrong:
            blame(form, wrong)
    context = {
        "row": row, "run_id": run_id, "old": _laid_out(row.old), "new": _laid_out(row.new), "differ": _differ(row.old, row.new),
        "open": row.state in OPEN and may(request.actor, "import.decide"),
    }  # fmt: skip
    return show(request, "imports/row/page.html", context, form=form)


def _decide(request: PageRequest, run_id: UUID, row: records.RowView, told: dict[str, str]) -> None:
    by, at = request.actor, request.at
    if told["decision"] == "reject":
        records.reject_row(row_id=row.id, run_id=run_id, words=told["words"], by=by, at=at)
    elif told["decision"] == "accept":
        records.accept_row(row_id=row.id, run_id=run_id, by=by, at=at)
    elif row.subject_id is not None:
        records.decide_subject(subject_id=row.subject_id, run_id=run_id, same=told["decision"] == "same", by=by, at=at)


def _differ(old: str, new: str) -> list[str]:
    """The members in which the two are not alike, by name; none where one of them is not there or cannot be read."""
    try:
        before, after = json.loads(old or "null"), json.loads(new or "null")
    except ValueError:
        return []
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return []
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def _laid_out(text: str) -> str:
    """One member a line, so that differences show; what cannot be read as it is."""
    try:
        return json.dumps(json.loads(text, parse_float=_as_written), indent=2, ensure_ascii=False) if text else ""
    except ValueError:
        return text


class _as_written(float):
    """A decimal that keeps its digits when it is written again."""

    def __new__(cls, written: str) -> "_as_written":
        made = super().__new__(cls, written)
        made.written = written
        return made

    written: str

    def __repr__(self) -> str:
        return self.written
