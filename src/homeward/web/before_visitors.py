"""What is made ready before the first visitor comes? Every address, and the templates of the lists that stay open all day."""

from pathlib import Path

from django.template import engines
from django.urls import get_resolver, resolve, reverse

from homeward.web.live.lists import LISTS

WEB = Path(__file__).resolve().parent
AROUND = ("base.html", "parts", "people/_banner.html")
STAYS_OPEN = ("/work/", "/hub/rows/")  # besides the lists that are drawn for many at once


def make_ready() -> int:
    """Imports every view, learns every address and compiles those templates; returns how many."""
    assert get_resolver().url_patterns  # every view is imported now rather than by the first visitor
    reverse("flow")  # the first address that is asked for learns all of them
    folders = [_folder(address) for address in (*LISTS, *STAYS_OPEN)]
    names = sorted({name for each in (*AROUND, *folders) for name in _templates(each)})
    engine = engines["jinja2"]
    for name in names:
        engine.get_template(name)
    return len(names)


def _folder(address: str) -> str:
    """Where the page at this address lies, beneath `web/`."""
    return Path(*resolve(address).func.__module__.split(".")[2:-1]).as_posix()


def _templates(part: str) -> list[str]:
    found = WEB / part
    return [part] if found.is_file() else [each.relative_to(WEB).as_posix() for each in found.glob("*.html")]
