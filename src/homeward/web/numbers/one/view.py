"""What does one number say, out of what, week by week and for whom?"""

from django.http import HttpResponse
from django.urls import reverse

from homeward.directory import api as directory
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.numbers.asked import PERIODS, query, read
from homeward.web.numbers.charted import Charted, charted
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
    rebases = measures.rebases_of(code, by=request.actor)
    owner = directory.place().organisations.get(measure.owner)
    clock = directory.place().clocks.get(measure.clock or "")
    context = {
        "measure": measure, "figure": figure, "why_not": why_not, "periods": PERIODS, "weeks": weeks, "asked": asked,
        "owner": owner.name if owner else measure.owner, "clock": clock, "cuts": measures.CUTS,
        "statuses": measures.STATUSES, "here": query(request.GET), "link": lambda **parts: query(request.GET, **parts),
        "chart": _chart(figure, rebases) if figure else None, "rebases": rebases,
        "week_link": lambda day: f"{reverse('number_people', args=[code])}?{query(request.GET, week=day.isoformat())}",
        "may_rebase": may(request.actor, "numbers.rebase"),
        "beside": [directory.place().measures[each] for each in measure.beside if each in directory.place().measures],
    }  # fmt: skip
    return show(request, "numbers/one/page.html", context)


def _chart(figure: measures.Figure, rebases: list[measures.RebaseView]) -> Charted | None:
    """The figure's series, judged; none where its chart cannot be made of it."""
    if figure.spc is None:
        return None
    counts = {each.at: (each.numerator, each.denominator) for each in figure.series}
    return charted(figure.spc, title=figure.measure.title, code="spc", rebases=rebases, counts=counts)
