"""Who may do what?"""

from django.http import HttpResponse

from homeward.access import api as access
from homeward.directory import api as directory
from homeward.foundation.actions import verbs
from homeward.web.handbook.shown import shown
from homeward.web.page import PageRequest, page, registered_pages


@page("handbook.view", methods=("GET",))
def roles(request: PageRequest) -> HttpResponse:
    """Every action and page against every role, and what each role is for."""
    pages = {each.permission for each in registered_pages() if each.permission}
    permissions = sorted(verbs() | pages)
    rows = sorted(directory.place().roles.values(), key=lambda each: each.title)
    matrix = [(access.said(each), each, [role.may(each) for role in rows]) for each in permissions]
    return shown(request, "handbook/roles/page.html", rows=rows, matrix=matrix)
