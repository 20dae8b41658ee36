"""Whom has each network, locality and neighbourhood named, and who is still missing?"""

from django.http import HttpResponse

from homeward.directory import api as directory
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page


@page("handbook.view", methods=("GET",))
def contacts(request: PageRequest) -> HttpResponse:
    """Every promised name, the missing ones counted."""
    rows = directory.named_contacts(*directory.area_names())
    missing = sum(1 for row in rows if not row.person_name)
    return shown(request, "handbook/contacts/page.html", rows=rows, missing=missing, names=directory.area_names())
