"""How is something said that a page did not write itself: words of the place, of a package, a name, a number to ring?"""

from django.utils.translation import gettext
from markupsafe import Markup

from homeward.web.reading.reading import in_source


def said(words: str) -> str | Markup:
    """Declared words in the reader's language where a translation is known; otherwise the English, marked as English."""
    if not words or in_source():
        return words
    known = gettext(words)
    return known if known != words else Markup('<span lang="en">{}</span>').format(words)


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


SAYING = {"said": said, "named": named, "telephone": telephone, "written": written}
