"""What does somebody see first? The page that answers their role's own question: the first section of its menu."""

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.web.menu import menu
from homeward.web.my_work.work.view import work
from homeward.web.page import OpenRequest, open_page


@open_page(methods=("GET",))
def first(request: OpenRequest) -> HttpResponse:
    """Strangers are shown where to sign in; whoever has yet to choose a role chooses; my work is shown here at once."""
    if request.actor is None:
        return redirect("sign_in_role" if request.user.is_authenticated else "start")
    sections = menu(request, request.actor)
    if not sections:
        return redirect("start")
    if sections[0].address == "/work/":
        return work(request)
    return redirect(sections[0].address)
