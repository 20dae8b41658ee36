"""Where is every page? Each `web/<area>/urls.py` with `urlpatterns` is gathered here by itself."""

from importlib import import_module
from pathlib import Path

from django.urls import URLPattern, URLResolver, include, path

HERE = Path(__file__).resolve().parent
ERRORS = "homeward.web.front.errors.view"


def areas() -> list[str]:
    """The areas that have pages, by name."""
    return sorted(found.parent.name for found in HERE.glob("*/urls.py"))


def _gathered() -> list[URLPattern | URLResolver]:
    modules = [f"homeward.web.{area}.urls" for area in areas()]
    for module in modules:
        import_module(module)
    return [path("", include(module)) for module in modules]


urlpatterns = _gathered()
handler400 = f"{ERRORS}.bad_request"
handler403 = f"{ERRORS}.forbidden"
handler404 = f"{ERRORS}.not_found"
handler500 = f"{ERRORS}.broken"
