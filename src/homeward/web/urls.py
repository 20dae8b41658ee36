"""Where is every page? Each `web/<area>/urls.py` with `urlpatterns` is gathered here by itself."""

from importlib import import_module
from pathlib import Path

from django.urls import URLPattern, URLResolver

HERE = Path(__file__).resolve().parent
ERRORS = "homeward.web.front.errors.view"


def areas() -> list[str]:
    """The areas that have pages, by name."""
    return sorted(found.parent.name for found in HERE.glob("*/urls.py"))


def _gathered() -> list[URLPattern | URLResolver]:
    modules = [import_module(f"homeward.web.{area}.urls") for area in areas()]
    found = [each for module in modules for each in module.urlpatterns]
    return sorted(found, key=_plainest_first)


def _plainest_first(pattern: URLPattern | URLResolver) -> tuple[bool, ...]:
    """A word written out comes before a name that stands for any word, whichever area comes first by name."""
    return tuple("<" in part for part in str(pattern.pattern).split("/"))


urlpatterns = _gathered()
handler400 = f"{ERRORS}.bad_request"
handler403 = f"{ERRORS}.forbidden"
handler404 = f"{ERRORS}.not_found"
handler500 = f"{ERRORS}.broken"
