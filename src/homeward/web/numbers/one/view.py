"""What does one number say, out of what, over time and for whom; and what does it mean?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.grammar.api import Measure
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.numbers.asked import PERIODS, Reading, query, read, said_days, within
from homeward.web.numbers.charted import Charted, charted
from homeward.web.numbers.drawn import CHARTS
from homeward.web.numbers.one.meaning import meaning
from homeward.web.numbers.one.nearer import nearer
from homeward.web.numbers.one.reach import WIDTH, reach
from homeward.web.page import PageRequest, page, show


@page("numbers.view", methods=("GET",))
def number(request: PageRequest, code: str) -> HttpResponse:
    """Figure, chart, parts, definition, files. A measure that nothing computes yet shows its definition and what it waits for."""
    reading = read(request.GET, now=request.at)
    measure = measures.measure_called(code)
    figure, why_not = _figure(request, measure, reading)
    rebases = measures.rebases_of(code, by=request.actor)
    kept = measures.versions(code)
    context = {
        "measure": measure, "figure": figure, "why_not": why_not, "chosen": reading, "asked": reading.asked, "of": reading.of if figure else None, "newest": measures.catalogue_now().as_of if figure else None,
        "periods": PERIODS, "every": measures.EVERY, "cuts": measures.CUTS, "figures_only": _groups(), "statuses": measures.STATUSES,
        "here": query(request.GET, as_of=""), "link": lambda **parts: query(request.GET, **{"as_of": "", **parts}),
        "opened": lambda **parts: query(request.GET, **{**_moment(figure), **parts}),
        "meaning": meaning(measure, figure), "beside": _beside(measure), "by_age": _by_age(request, figure),
        "chosen_part": measures.label(reading.asked.cut, reading.asked.value) if reading.asked.cut else "", "may_export": may(request.actor, "number.export"),
        "said": measures.said, "aim_on": measures.aim_on, "said_interval": measures.said_interval, "out_of": measures.out_of, "few": measures.FEW,
        "versions": kept, "compared_versions": _versions(kept, code, reading) if figure else None,
        "rebases": rebases, "may_act": may(request.actor, "number.act"), "may_rebase": may(request.actor, "numbers.rebase"),
        "actions": measures.actions_about([code], by=request.actor, at=request.at, most=6), "measures": directory.place().measures,
    } | (_pictures(figure, reading, rebases, request) if figure else {})  # fmt: skip
    return show(request, "numbers/one/page.html", context)


def _figure(request: PageRequest, measure: Measure, reading: Reading) -> tuple[measures.Figure | None, str]:
    """The figure, or why there is none."""
    if measure.expression is None:
        return None, f"It waits for {measure.waits_for}." if measure.waits_for else "Nothing computes this number yet."
    try:
        return measures.figure(measure.code, asked=reading.asked, by=request.actor, at=request.at, at_once=True, of=reading.of), ""
    except (measures.NotCountedYet, NotFound) as refused:
        return None, f"{refused.message} {refused.next_step}"


def _groups() -> dict[str, tuple[str, str]]:
    """The cuts by what people live with, each with what it cannot tell, and where its codes are from."""
    declared = {group: directory.place().condition_group(group) for group in measures.GROUPS}
    return {group: (told.cannot_tell, told.source) if told else ("", "") for group, told in declared.items()}


def _pictures(
    figure: measures.Figure, reading: Reading, rebases: list[measures.RebaseView], request: PageRequest
) -> dict[str, Any]:
    code, asked = figure.measure.code, reading.asked

    def people(day: date) -> str:
        """The list of one point of the chart."""
        return f"{reverse('number_people', args=[code])}?{query(request.GET, status='counted', **within(day, asked), **_moment(figure))}"

    return {
        "chart": _chart(figure, rebases), "shown_cuts": nearer(figure, on=asked.last),
        "reach": lambda part: reach(figure, part), "wide": WIDTH, "apart": said_days(asked), "people": people,
        "compared": [by for by in measures.COMPARED if len(figure.cuts.get(by, ())) > 2],
    }  # fmt: skip


def _by_age(request: PageRequest, figure: measures.Figure | None) -> measures.ByAge | None:
    """A rate that names its standard, as it is and standardised, of the figure's own moment."""
    if figure is None or not figure.denominator or not figure.measure.standard:
        return None
    return measures.rate_by_age(
        figure.measure.code, asked=figure.asked, by=request.actor, at=request.at, of=figure.as_of
    )


def _moment(figure: measures.Figure | None) -> dict[str, str]:
    """What an address says so that list, funnel and file are of the page's own moment."""
    return {"as_of": figure.as_of.isoformat()} if figure else {}


def _chart(figure: measures.Figure, rebases: list[measures.RebaseView]) -> Charted | None:
    """The figure's control chart; one that bears names and reasons is drawn each time, so that they are today's."""
    made = figure.spc
    if made is None:
        return None

    def draw() -> Charted:
        counts = {each.at: (each.numerator, each.denominator) for each in figure.series}
        return charted(made, title=figure.measure.title, code="spc", rebases=rebases, counts=counts)

    return draw() if rebases else CHARTS.of(made, draw)


def _versions(kept: Sequence[measures.Version], code: str, reading: Reading) -> measures.Compared | None:
    """The last two versions over the same days; none while there is only one."""
    if len(kept) < 2:
        return None
    return measures.compare(code, old=kept[-2].number, new=kept[-1].number, asked=reading.asked)


def _beside(measure: Measure) -> list[Measure]:
    known = directory.place().measures
    return [known[each] for each in measure.beside if each in known]
