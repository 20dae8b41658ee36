"""Who opened what, when and why?"""

from dataclasses import replace

from django.http import HttpResponse, QueryDict

from homeward.access import api as access
from homeward.foundation.errors import Invalid
from homeward.web.asked_number import asked_number
from homeward.web.audit.folded import lines
from homeward.web.audit.log.form import OPENED_BY, PEOPLE, LogForm
from homeward.web.audit.names import full_names, person_meant
from homeward.web.page import PageRequest, blame, page, show


@page("audit.view", methods=("GET",))
def access_log(request: PageRequest) -> HttpResponse:
    """The access log, newest first, with its filters in the address; first what people opened."""
    form = LogForm(request.GET)
    found = None
    if form.is_valid():
        filters = form.filters()
        try:
            if form.cleaned_data["person"]:
                person_id = person_meant(form.cleaned_data["person"], by=request.actor, at=request.at)
                filters = replace(filters, person_id=person_id)
            found = access.search_openings(filters, by=request.actor, at=request.at, page=_number(request))
        except Invalid as wrong:
            blame(form, wrong)
    query = request.GET.copy()
    query.pop("page", None)
    opened_by = form.data["opened_by"]
    context = {
        "opened_by": opened_by,
        "chips": [(words, _with(query, code), code == opened_by) for code, words in OPENED_BY.items()],
        "kept": "" if opened_by == PEOPLE else f"&opened_by={opened_by}",
        "found": found,
        "lines": lines(found.rows) if found else [],
        "names": full_names((row.person_id for row in found.rows), by=request.actor, at=request.at) if found else {},
        "query": query.urlencode(),
        "may_take": access.may(request.actor, "access.export_log"),
    }
    return show(request, "audit/log/page.html", context, form=form)


def _with(query: QueryDict, code: str) -> str:
    """The same filters with another choice of who opened."""
    changed = query.copy()
    changed["opened_by"] = code
    return changed.urlencode()


def _number(request: PageRequest) -> int:
    return asked_number(request.GET.get("page"))
