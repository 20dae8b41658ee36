"""What is this area, where does it lie, what lies within it, and whom does it name?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import london_day
from homeward.web.asker import may
from homeward.web.handbook.area.form import NameForm, PartsForm
from homeward.web.handbook.kept import kept
from homeward.web.handbook.shown import NOWHERE, shown
from homeward.web.page import PageRequest, blame, page

REGROUPED = "neighbourhood"
MEMBERS = "practice_list"


@page("handbook.view")
def area(request: PageRequest, code: str) -> HttpResponse:
    """One area. Its owner may name it and, for a neighbourhood, say which practices lie within it from a day on."""
    today = london_day(request.at)
    row, declared = directory.area(code), directory.place().areas.get(code)
    if row is None or declared is None:
        raise NOWHERE
    parts = directory.parts_of(code, on=today)
    name, members = _forms(request, row)
    if request.method == "POST" and may(request.actor, "directory.edit_area"):
        form = members if members is not None and members.is_bound else name
        if form.is_valid() and _changed(request, code, form):
            messages.success(request, "The directory is changed.")
            return redirect("handbook_area", code)
    return shown(
        request,
        "handbook/area/page.html",
        row=row,
        declared=declared,
        parts=parts,
        wholes=directory.wholes_of(code, on=today),
        contacts=directory.named_contacts(code),
        kept=kept(declared, today=today, kind="area"),
        form=members if members is not None and members.is_bound else name,
        name_form=name,
        parts_form=members,
    )


def _forms(request: PageRequest, row: directory.AreaRow) -> tuple[NameForm, PartsForm | None]:
    what = request.POST.get("what")
    name = NameForm(request.POST if what == "name" else None, initial={"name": row.name}, auto_id="%s")
    if row.kind != REGROUPED:
        return name, None
    today = london_day(request.at)
    choices = [(each.code, each.name) for each in directory.areas_listed(MEMBERS, on=today)]
    standing = [each.code for each in directory.parts_of(row.code, on=today)]
    members = PartsForm(
        request.POST if what == "parts" else None,
        today=today,
        practices=choices,
        initial={"parts": standing},
        auto_id="%s",
    )
    return name, members


def _changed(request: PageRequest, code: str, form: NameForm | PartsForm) -> bool:
    typed = form.cleaned_data
    try:
        if isinstance(form, NameForm):
            directory.edit_area(code=code, name=typed["name"], by=request.actor, at=request.at)
        else:
            others = [each.code for each in directory.parts_of(code, on=typed["since"]) if each.kind != MEMBERS]
            directory.edit_area(
                code=code, parts=[*typed["parts"], *others], since=typed["since"], by=request.actor, at=request.at
            )
    except Invalid as wrong:
        blame(form, wrong)
        return False
    return True
