"""What does someone see when an address is wrong, something is refused, or we have failed?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from homeward.web.frame import frame
from homeward.web.reading.reading import speak_to, spoken


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something we cannot read."""
    return _shown(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """403: refused before any page could say why; most often the page was open too long before it was sent."""
    return _shown(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return _shown(request, "not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Says so without asking the database anything, since the database may be what failed."""
    words = get_template("front/errors/broken.html", using="jinja2").render(
        {"number": getattr(request, "number", "")}, request
    )
    return HttpResponse(words, status=500)


def _shown(request: HttpRequest, name: str, status: int) -> HttpResponse:
    with spoken(request):
        speak_to(getattr(request, "actor", None))
        return render(
            request,
            f"front/errors/{name}.html",
            {**frame(request), "form": None},
            status=status,
            using="jinja2",
        )
