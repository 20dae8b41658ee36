"""What does a phone keep so that the round opens without a signal? A page, its scripts and styles, and nothing about anybody."""

import hashlib
from functools import cache

from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from homeward.web.page import OpenRequest, open_page, show

STYLES = (
    "nhsuk/nhsuk-frontend.min.css",
    "homeward/homeward.css",
    "homeward/field.css",
    "homeward/person.css",
    "homeward/pocket.css",
)
SCRIPTS = (
    "main", "clock", "door", "draw", "forms", "lock", "open", "queue", "record", "round", "setup", "status", "store", "sync",
    "visit", "wipe",
)  # fmt: skip
PICTURES = ("homeward/icon.svg", "homeward/pocket/icon-192.png", "homeward/pocket/icon-512.png")

CONTENTS = {"styles": STYLES, "scripts": SCRIPTS}


@open_page(methods=("GET",))
def shell(request: OpenRequest) -> HttpResponse:
    """The same for everybody, so that a phone may keep it. Without scripts it says what it needs."""
    return show(request, "pocket/shell/page.html", CONTENTS)


@open_page(methods=("GET",))
def worker(request: OpenRequest) -> HttpResponse:
    """The service worker. Its address makes /pocket/ its scope; its own name changes whenever anything it keeps does."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@open_page(methods=("GET",))
def manifest(request: OpenRequest) -> HttpResponse:
    """What a phone needs to put the page among its own programs."""
    response = JsonResponse(
        {
            "id": "/pocket/", "name": "My round, Homeward", "short_name": "My round", "lang": "en-GB", "dir": "ltr",
            "start_url": reverse("pocket"), "scope": "/pocket/", "display": "standalone", "orientation": "portrait",
            "background_color": "#f0f4f5", "theme_color": "#005eb8",
            "icons": [
                {"src": static("homeward/pocket/icon-192.png"), "sizes": "192x192", "type": "image/png"},
                {"src": static("homeward/pocket/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
            ],
        },
        content_type="application/manifest+json",
    )  # fmt: skip
    response.headers["Cache-Control"] = "no-cache"
    return response


def shell_files() -> list[str]:
    """The addresses of everything that the page needs, each with the digest of its content in its name once built."""
    names = [*STYLES, *(f"homeward/pocket/{name}.js" for name in SCRIPTS), *PICTURES]
    return [static(name) for name in names]


@cache
def _worker() -> str:
    files = shell_files()
    page = render_to_string("pocket/shell/page.html", CONTENTS, using="jinja2")
    version = hashlib.sha256("\n".join([*files, page]).encode()).hexdigest()[:16]
    return render_to_string("pocket/shell/worker.js", {"files": files, "version": version}, using="jinja2")
