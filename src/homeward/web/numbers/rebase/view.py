"""From which day are this number's limits set anew, by whom and why?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Clash, Invalid
from homeward.grammar.api import Measure
from homeward.measures import api as measures
from homeward.web.asker import may
from homeward.web.numbers.asked import read
from homeward.web.numbers.charted import Charted, charted
from homeward.web.numbers.rebase.form import RebaseForm, TakeBackForm
from homeward.web.page import PageRequest, blame, page, show


@page("numbers.rebase")
def rebase(request: PageRequest, code: str) -> HttpResponse:
    """The chart as it is, what was decided before, and a day with a reason."""
    measure = measures.measure_called(code)
    form = RebaseForm(request.POST if request.method == "POST" else None, auto_id="f-%s")
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            measures.rebase(
                measure_code=code, from_on=said["from_on"], reason=said["reason"], by=request.actor, at=request.at
            )  # fmt: skip
            messages.success(request, "The limits are set anew. Your name and reason stand under the chart.")
            return redirect("number", code)
        except Invalid as refused:
            blame(form, refused)
    return _drawn(request, measure, form, TakeBackForm(auto_id="b-%s"))


@page("numbers.take_rebase_back", methods=("POST",))
def take_back(request: PageRequest, code: str) -> HttpResponse:
    """The limits run through again; what was decided stays on record."""
    measure = measures.measure_called(code)
    form = TakeBackForm(request.POST, auto_id="b-%s")
    if form.is_valid():
        try:
            said = form.cleaned_data
            measures.take_rebase_back(rebase_id=said["rebase_id"], why=said["why"], by=request.actor, at=request.at)
            messages.success(request, "Taken back. The limits run through that day again.")
            return redirect("number", code)
        except Invalid as refused:
            blame(form, refused)
        except Clash as clash:
            messages.warning(request, f"{clash.message} {clash.next_step}")
            return redirect("number_rebase", code)
    return _drawn(request, measure, RebaseForm(auto_id="f-%s"), form)


def _drawn(request: PageRequest, measure: Measure, form: RebaseForm, back: TakeBackForm) -> HttpResponse:
    rebases = measures.rebases_of(measure.code, by=request.actor)
    context = {
        "measure": measure, "rebases": rebases, "standing": [each for each in rebases if each.stands], "back": back,
        "form": form, "chart": _chart(request, measure, rebases),
        "may_take_back": may(request.actor, "numbers.take_rebase_back"),
    }  # fmt: skip
    return show(request, "numbers/rebase/page.html", context, form=back if back.is_bound else form)


def _chart(request: PageRequest, measure: Measure, rebases: list[measures.RebaseView]) -> Charted | None:
    """The chart of the longest usual time; none while nothing is counted."""
    if measure.expression is None:
        return None
    asked = read(request.GET, now=request.at).asked
    try:
        figure = measures.figure(measure.code, asked=asked, by=request.actor, at=request.at)
    except measures.NotCountedYet:
        return None
    return charted(figure.spc, title=measure.title, code="spc", rebases=rebases) if figure.spc else None
