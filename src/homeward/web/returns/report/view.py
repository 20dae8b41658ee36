"""What does a situation report say now: as a page, as a file for a spreadsheet, for a machine?"""

from django.http import HttpResponse

from homeward.exchange.api import returns as exchange
from homeward.web.page import PageRequest, page, show
from homeward.web.returns.report.form import days_asked


@page("returns.view", methods=("GET",))
def report(request: PageRequest, code: str) -> HttpResponse:
    """Counted when it is opened, with its definition beside it."""
    found = _asked(request, code)
    return show(
        request,
        "returns/report/page.html",
        {"found": found, "declared": found.declared, "query": request.GET.urlencode()},
    )


@page("returns.view", methods=("GET",))
def report_csv(request: PageRequest, code: str) -> HttpResponse:
    """The same as a CSV file."""
    return _file(exchange.as_csv(_asked(request, code)), f"{code}.csv", "text/csv; charset=utf-8")


@page("returns.view", methods=("GET",))
def report_json(request: PageRequest, code: str) -> HttpResponse:
    """The same as JSON."""
    return _file(exchange.as_json(_asked(request, code)), f"{code}.json", "application/json")


def _asked(request: PageRequest, code: str) -> exchange.Report:
    first, last = days_asked(request.GET)
    return exchange.report(code, by=request.actor, at=request.at, first=first, last=last)


def _file(content: str, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
