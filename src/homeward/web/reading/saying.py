"""How is something said that a page did not write itself: words of the place, of a package, a name, a number to ring?"""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from homeward.web.reading.reading import in_source


def said(words: str) -> str | Markup:
    """Declared words in the reader's language where a translation is known; otherwise the English, marked as English."""
    if isinstance(words, Promise):  # it knows its own translation
        return str(words)
    if not words or in_source():
        return words
    known = gettext(words)
    return known if known != words else Markup('<span lang="en" dir="ltr">{}</span>').format(words)


def plainly(words: str) -> str:
    """The same where no mark can stand, such as in a list of choices or a title."""
    return gettext(words) if isinstance(words, str) and words else str(words)


def told(wording: str, team: str) -> str | Markup:
    """A sentence of a package with its `{team}` put in, in the reader's language where that is known."""
    if in_source():
        return wording.format(team=team)
    return escape(said(wording)).replace("{team}", escape(named(team)))


def named(words: str) -> str | Markup:
    """A name, kept whole where the text around it may run the other way."""
    return words if in_source() or not words else Markup("<bdi>{}</bdi>").format(words)


def telephone(number: str) -> Markup:
    """A number to press, always from left to right."""
    plain = '<a href="tel:{}">{}</a>' if in_source() else '<a href="tel:{}" dir="ltr">{}</a>'
    return Markup(plain).format(number.replace(" ", ""), number)


def written(words: str) -> Markup:
    """Words that somebody typed, in whatever language: the browser finds out which way they run."""
    return Markup('<span dir="auto">{}</span>').format(words)


def _when_drawn(say: Callable[..., str | Markup]) -> Callable[..., str | Markup]:
    """A filter that is asked each time a page is drawn: Jinja would otherwise say what is constant once, in one language for all."""

    @pass_context
    def asked(_context: Context, *given: Any, **named_ones: Any) -> str | Markup:
        return say(*given, **named_ones)

    return asked


SAYING = {each.__name__: _when_drawn(each) for each in (said, plainly, told, named, telephone, written)}
