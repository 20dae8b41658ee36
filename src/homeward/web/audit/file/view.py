"""The access log as a file for a spreadsheet: what the filters show, and that it was taken is written down."""

import csv
from dataclasses import replace

from django.http import HttpResponse

from homeward.access import api as access
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london
from homeward.web.audit.log.form import LogForm
from homeward.web.audit.names import full_names, person_meant
from homeward.web.page import PageRequest, page

HEADS = ("When (London)", "Who", "Way", "Whose record", "Why", "Purpose", "Out of turn")


@page("access.export_log", methods=("GET",))
def log_file(request: PageRequest) -> HttpResponse:
    """The same filters as on the page; the newest ten thousand at most."""
    form = LogForm(request.GET)
    if not form.is_valid():
        raise Invalid({name: str(errors[0]) for name, errors in form.errors.items()})
    filters = form.filters()
    if form.cleaned_data["person"]:
        filters = replace(filters, person_id=person_meant(form.cleaned_data["person"], by=request.actor, at=request.at))
    rows = access.export_log(filters=filters, by=request.actor, at=request.at)
    names = full_names((row.person_id for row in rows), by=request.actor, at=request.at)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="who-looked-{london(request.at):%Y-%m-%d}.csv"'
    answer["Cache-Control"] = "no-store"
    writer = csv.writer(answer)
    writer.writerow(HEADS)
    for row in rows:
        whose = names.get(row.person_id, "") if row.person_id else ""
        turn = "yes" if row.glass_id else ""
        cells = (f"{london(row.at):%Y-%m-%d %H:%M:%S}", row.who, row.mode, whose, row.why, row.purpose, turn)
        writer.writerow([_cell(each) for each in cells])
    return answer


def _cell(text: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
