"""Where does somebody go once they are signed in? Where they were going, if that is one of our own pages."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def onward(request: HttpRequest, default: str = "/") -> str:
    """The `next` address of the request when it is safe to follow."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe and not wanted.startswith(("/sign-in", "/sign-out")) else default
