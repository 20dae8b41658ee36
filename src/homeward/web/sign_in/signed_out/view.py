"""How does somebody sign out?"""

from allauth.account.adapter import get_adapter
from django.http import HttpResponse, HttpResponseRedirect

from homeward.web.page import OpenRequest, open_page, show


@open_page()
def sign_out(request: OpenRequest) -> HttpResponse:
    """Ends the session on a POST; otherwise asks."""
    if request.method == "POST":
        get_adapter(request).logout(request)
        request.session.flush()
        return HttpResponseRedirect("/sign-out/done/")
    return show(request, "sign_in/signed_out/ask.html")


@open_page(methods=("GET",))
def signed_out(request: OpenRequest) -> HttpResponse:
    """What is seen afterwards."""
    return show(request, "sign_in/signed_out/page.html")
