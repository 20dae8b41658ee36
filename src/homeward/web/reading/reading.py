"""How does whoever asks read: which language, which size, how plain? Kept in cookies, and never put upon staff."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext

from homeward.foundation.actions import Actor
from homeward.web.reading.languages import LANGUAGES, SOURCE, Language, language_called

WEB = Path(__file__).resolve().parents[1]
LANGUAGE, PRINT, WORDS = "homeward_language", "homeward_print", "homeward_words"
LARGE, EASY = "large", "easy"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a page is drawn in. `offered`: the page offers other ways to read it.

    `chosen` is what its reader asked for; where a page is not translated at all it is drawn in English and `sorry` says
    so in the language chosen.
    """

    language: Language
    chosen: Language
    sorry: str
    large: bool
    easy: bool
    offered: bool
    languages: tuple[Language, ...] = tuple(LANGUAGES.values())


def reading_of(request: HttpRequest, actor: Actor | None) -> Reading:
    """How this page is read. Staff pages are written in English for a dense screen, so they offer no other."""
    offered = actor is None or actor.kind != "staff"
    cookies = request.COOKIES if offered else {}
    language, chosen = language_called(translation.get_language()), language_called(cookies.get(LANGUAGE))
    with translation.override(chosen.code):
        sorry = gettext("This page is only in English so far.") if chosen != language else ""
    return Reading(
        language=language,
        chosen=chosen,
        sorry=sorry,
        large=cookies.get(PRINT) == LARGE,
        easy=cookies.get(WORDS) == EASY,
        offered=offered,
    )


@contextmanager
def spoken(request: HttpRequest) -> Iterator[None]:
    """While inside, gettext answers in the language that this browser chose."""
    with translation.override(language_called(request.COOKIES.get(LANGUAGE)).code):
        yield


def speak_to(actor: Actor | None) -> None:
    """Staff are spoken to in English whatever the browser chose before. Called inside `spoken`, which restores."""
    if actor is not None and actor.kind == "staff":
        translation.activate(SOURCE.code)


@contextmanager
def drawn_for(template: str) -> Iterator[None]:
    """While inside, a page that nobody has begun to translate is drawn in English whole, not in two languages at once."""
    if is_translated(template):
        yield
        return
    with translation.override(SOURCE.code):
        yield


@cache
def is_translated(template: str) -> bool:
    """Does the page itself, beside its frame, ask gettext for anything?"""
    source = (WEB / template).read_text(encoding="utf-8")
    return "_(" in source or "{% trans" in source


def in_source() -> bool:
    """Is the page being drawn in the language that its templates are written in?"""
    return language_called(translation.get_language()).source
