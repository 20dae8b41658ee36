"""How are pages drawn? Jinja2 that escapes everything, refuses undefined names and says times as London does."""

from functools import cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined

from homeward.web.compiled import compiled
from homeward.web.reading.saying import SAYING
from homeward.web.words import FILTERS


def environment(**options: Any) -> Environment:
    """The environment that settings name for Django's Jinja2 engine. Templates are named from `web/`: "base.html"."""
    options.update(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=compiled()
    )  # fmt: skip
    made = Environment(extensions=["jinja2.ext.i18n"], **options)
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the i18n extension adds it
    made.filters.update(FILTERS | SAYING)
    made.globals.update(
        static=_file,
        url=_address,
        demo=bool(getattr(settings, "HOMEWARD_DEMO", False)),
    )
    return made


def _address(name: str, *args: object, **kwargs: object) -> str:
    return reverse(name, args=args, kwargs=kwargs) if args or kwargs else _fixed_address(name, get_script_prefix())


def _file(path: str) -> str:
    return _fixed_file(path, get_script_prefix())


@cache
def _fixed_file(path: str, below: str) -> str:
    """Where a file of the site lies under its name for good; looked up once, like an address."""
    return static(path)


@cache
def _fixed_address(name: str, below: str) -> str:
    """The same on every page, so it is looked up once; `below` is where the house is mounted."""
    return reverse(name)
