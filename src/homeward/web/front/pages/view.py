"""What is Homeward, where is help, and how accessible is it?"""

from django.http import HttpResponse

from homeward.web.page import OpenRequest, open_page, show


@open_page(methods=("GET",))
def start(request: OpenRequest) -> HttpResponse:
    """The public start page: who can use this, and what to do if it cannot wait."""
    return show(request, "front/pages/start.html")


@open_page(methods=("GET",))
def help_page(request: OpenRequest) -> HttpResponse:
    """Help in plain words."""
    return show(request, "front/pages/help.html")


@open_page(methods=("GET",))
def accessibility(request: OpenRequest) -> HttpResponse:
    """The accessibility statement."""
    return show(request, "front/pages/accessibility.html")
