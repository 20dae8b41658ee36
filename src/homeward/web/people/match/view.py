"""Are these two records of one person? Both side by side, what agrees and what does not, and the decision."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid, Refused
from homeward.people import api as people
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.people.match.form import MatchForm

SAID = {
    "same": "The two records are one now. If that was a mistake, part them again from the decided pairs.",
    "different": "Kept as two people. This pair is not asked again.",
    "unsure": "Put aside as not sure yet.",
}


@page("person.decide")
def match(request: PageRequest, pair_id: UUID) -> HttpResponse:
    """Show both records, which is written down for both, and take the decision."""
    view = people.pair(pair_id, by=request.actor, at=request.at)
    records = [
        (str(each.banner.person_id), f"{each.banner.name}, born {each.banner.born_said}, {_since(each)}")
        for each in (view.one, view.other)
    ]
    form = MatchForm(request.POST if request.method == "POST" else None, records=records, auto_id="%s")
    if form.is_valid():
        typed = form.cleaned_data
        keep = UUID(typed["keep"]) if typed["keep"] else None
        try:
            people.decide(
                pair_id=pair_id,
                verdict=typed["verdict"],
                reason=typed["reason"],
                keep=keep,
                by=request.actor,
                at=request.at,
            )
            messages.success(request, SAID[typed["verdict"]])
            return redirect("people_matches")
        except Invalid as wrong:
            blame(form, wrong)
        except Refused as refused:
            form.add_error("verdict", f"{refused.message} {refused.next_step}".strip())
    shown = {"view": view, "both": [("First record", view.one), ("Second record", view.other)]}
    return show(request, "people/match/page.html", shown, form=form)


def _since(each: people.PersonPage) -> str:
    number = each.banner.nhs_number_said
    return f"NHS number {number}" if each.banner.nhs_number else "NHS number not known"
