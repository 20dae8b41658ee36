"""Who is behind a number, and why does each count as it does?"""

from datetime import datetime

from django.http import HttpResponse

from homeward.foundation.errors import Invalid
from homeward.grammar.api import MEASURE_ROWS
from homeward.measures import api as measures
from homeward.web.asked_number import asked_number
from homeward.web.asker import may
from homeward.web.numbers.asked import query, read
from homeward.web.numbers.behind.form import NamesForm
from homeward.web.numbers.behind.opens import opens
from homeward.web.page import PageRequest, blame, page, show


@page("numbers.view")
def behind(request: PageRequest, code: str) -> HttpResponse:
    """The rows the figure was counted from. Posting a reason shows the names of those my teams look after."""
    reading = read(request.GET, now=request.at)
    asked = reading.asked
    found = measures.people_behind(
        code,
        asked=asked,
        by=request.actor,
        at=request.at,
        page=asked_number(request.GET.get("page")),
        of=reading.of,
    )
    form = NamesForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    names = {}
    if form.is_valid():
        try:
            names = measures.names_of(
                [row.person_id for row in found.rows if row.person_id],
                by=request.actor,
                at=request.at,
                why=form.cleaned_data["why"],
            )
        except Invalid as wrong:
            blame(form, wrong)
    measure = measures.measure_called(code)
    shown = {
        "need": any(row.need for row in found.rows), "team": any(row.team for row in found.rows),
        "locality": any(row.locality for row in found.rows), "minutes": any(row.minutes is not None for row in found.rows),
        "value": measure.kind != "share",
    }  # fmt: skip
    context = {
        "measure": measure, "units": MEASURE_ROWS[measure.row], "shown": shown, "said_row": measures.said_row,
        "opens": opens(measure, found.rows, by=request.actor), "asked": asked, "of": reading.of, "newest": measures.catalogue_now().as_of, "found": found, "names": names,
        "asked_names": form.is_bound and form.is_valid(), "pages": max(1, -(-found.total // measures.PAGE)),
        "query": query(request.GET), "narrowings": measures.NARROWINGS, "link": lambda **parts: query(request.GET, **parts),
        "moment_of_all": _moment_of_all(found) if measure.no_series else None, "may_person": may(request.actor, "person.view"),
    }  # fmt: skip
    return show(request, "numbers/behind/page.html", context, form=form)


def _moment_of_all(found: measures.BehindPage) -> datetime | None:
    """The moment that all rows of the page share, so that it is said once; None where they differ."""
    moments = {row.at for row in found.rows}
    return moments.pop() if len(moments) == 1 and len(found.rows) > 1 else None
