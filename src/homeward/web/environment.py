"""How are pages drawn? Jinja2 that escapes everything, refuses undefined names and says times as London does."""

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from homeward.web.words import FILTERS


def environment(**options: Any) -> Environment:
    """The environment that settings name for Django's Jinja2 engine. Templates are named from `web/`: "base.html"."""
    options.update(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made = Environment(**options)
    made.filters.update(FILTERS)
    made.globals.update(
        static=static,
        url=_address,
        demo=bool(getattr(settings, "HOMEWARD_DEMO", False)),
    )
    return made


def _address(name: str, *args: object, **kwargs: object) -> str:
    return reverse(name, args=args, kwargs=kwargs)
