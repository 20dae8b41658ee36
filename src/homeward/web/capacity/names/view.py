"""Which beds or places does a team have, one by one, and what is each called?"""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from homeward.capacity import api as capacity
from homeward.capacity.api import Offer
from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.web.capacity.names.form import NamesForm
from homeward.web.page import PageRequest, blame, page, show

KINDS = ("beds", "places")


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a team has of a service at a site: named one by one, only counted, or never reported."""

    key: str
    service_code: str
    team_code: str
    service_title: str
    team_name: str
    site: str
    skill: str
    where: str
    line_id: UUID | None
    words: str


@page("capacity.keep_units")
def names(request: PageRequest) -> HttpResponse:
    """Choose whose; then name each. Whoever names them is asked in which somebody is, so that none is given twice."""
    every = _every(request)
    chosen = next((each for each in every if each.key == (request.POST.get("of") or request.GET.get("of", ""))), None)
    if chosen is None:
        return show(request, "capacity/names/page.html", {"every": every, "chosen": None}, form=None)
    shown = capacity.units(at=request.at, line_id=chosen.line_id) if chosen.line_id else []
    form = NamesForm(request.POST if request.method == "POST" else None, shown=shown, auto_id="f-%s")
    if form.is_valid():
        typed = form.cleaned_data
        try:
            line = capacity.keep_units(
                service_code=chosen.service_code, team_code=chosen.team_code, site=chosen.site, skill=chosen.skill,
                labels=typed["labels"].splitlines(), taken=typed["taken"].splitlines(), by=request.actor, at=request.at,
            )  # fmt: skip
            _say(request, line, typed["labels"])
            return redirect(f"{reverse('capacity_units')}?line={line}")
        except Invalid as wrong:
            blame(form, wrong)
    return show(request, "capacity/names/page.html", {"every": every, "chosen": chosen}, form=form)


def _say(request: PageRequest, line: UUID, typed: str) -> None:
    now = capacity.units(at=request.at, line_id=line)
    wanted = {" ".join(each.split()) for each in typed.splitlines()}
    stay = [each.label for each in now if each.label not in wanted]
    messages.success(request, f"Written down: {len(now)} one by one. The number is counted from them from now on.")
    if stay:
        messages.warning(request, f"{', '.join(stay)}: still taken or kept, so still listed. Leave it out again once it is empty.")


def _every(request: PageRequest) -> list[Named]:
    place, by = directory.place(), request.actor
    services = [each for each in place.services.values() if each.capacity_kind in KINDS]
    lines: dict[tuple[str, str], list[Offer]] = {}
    for code, offers in capacity.offers([each.code for each in services], at=request.at).items():
        for line in offers:
            lines.setdefault((code, line.team_code), []).append(line)
    pairs = [
        (service.code, provider.team)
        for service in sorted(services, key=lambda each: each.title)
        for provider in service.providers
        if capacity.may_report_for(by, provider.team)
    ]
    return [_named(*pair, line) for pair in dict.fromkeys(pairs) for line in lines.get(pair, [None])]


def _named(service: str, team: str, line: Offer | None) -> Named:
    place = directory.place()
    site = place.organisations.get(line.site) if line else None
    if line is None or line.of is None and line.free is None:
        words = "nothing reported"
    elif line.by_unit:
        words = f"{line.of} named one by one"
    else:
        words = f"only counted: {line.free} free" + (f" of {line.of}" if line.of is not None else "")
    return Named(
        key=str(line.line_id) if line else f"{service}:{team}", service_code=service, team_code=team, site=line.site if line else "",
        skill=line.skill if line else "", where=", ".join(filter(None, (site.name if site else line.site, line.skill))) if line else "",
        service_title=place.services[service].title, team_name=place.teams[team].name, line_id=line.line_id if line else None,
        words=words,
    )  # fmt: skip
