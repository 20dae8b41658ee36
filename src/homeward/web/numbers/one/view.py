"""What does one number say, out of what, week by week and for whom?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.measures import api as measures
from homeward.web.numbers.asked import PERIODS, query, read
from homeward.web.page import PageRequest, page, show


@page("numbers.view", methods=("GET",))
def number(request: PageRequest, code: str) -> HttpResponse:
    """Figure, weeks, parts, definition. A measure that nothing computes yet shows its definition and says so."""
    asked, weeks = read(request.GET, now=request.at)
    measure = measures.measure_called(code)
    figure, why_not = None, ""
    if measure.expression is None:
        why_not = "Nothing computes this number yet, so there is no figure."
    else:
        try:
            figure = measures.figure(code, asked=asked, by=request.actor, at=request.at)
        except measures.NotCountedYet as refused:
            why_not = f"{refused.message} {refused.next_step}"
    owner = directory.place().organisations.get(measure.owner)
    clock = directory.place().clocks.get(measure.clock or "")
    context = {
        "measure": measure, "figure": figure, "why_not": why_not, "periods": PERIODS, "weeks": weeks, "asked": asked,
        "owner": owner.name if owner else measure.owner, "clock": clock, "cuts": measures.CUTS,
        "statuses": measures.STATUSES, "here": query(request.GET), "link": lambda **parts: query(request.GET, **parts),
        "beside": [directory.place().measures[each] for each in measure.beside if each in directory.place().measures],
    }  # fmt: skip
    return show(request, "numbers/one/page.html", context)
