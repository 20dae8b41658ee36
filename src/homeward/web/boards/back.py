"""Where does somebody go back to after a press of a button? To the page it stood on, and never off this site."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from homeward.web.page import PageRequest


def back(request: PageRequest, otherwise: str) -> HttpResponse:
    """To the address the form named in `next`; when it is not one of ours, to the page called `otherwise`."""
    address = request.POST.get("next", "")[:500]
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return redirect(address if ours else otherwise)
