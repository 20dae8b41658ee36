"""Somebody chooses a language, the size of the print or easier words: kept in this browser, and back to the page they were on."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from homeward.web.page import OpenRequest, open_page
from homeward.web.reading.languages import LANGUAGES, SOURCE
from homeward.web.reading.reading import EASY, LANGUAGE, LARGE, PRINT, WORDS

A_YEAR = 365 * 24 * 60 * 60
COOKIES = {
    "language": (LANGUAGE, frozenset(LANGUAGES), SOURCE.code),
    "print": (PRINT, frozenset({LARGE, ""}), ""),
    "words": (WORDS, frozenset({EASY, ""}), ""),
}


@open_page(methods=("POST",))
def choose(request: OpenRequest) -> HttpResponse:
    """Whatever is chosen is kept; what is not known is left as it was."""
    answer = HttpResponseRedirect(_back(request))
    for name, (cookie, known, usual) in COOKIES.items():
        chosen = request.POST.get(name)
        if chosen is None or chosen not in known:
            continue
        if chosen == usual:
            answer.delete_cookie(cookie, samesite="Lax")
        else:
            answer.set_cookie(cookie, chosen, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer


def _back(request: OpenRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"
