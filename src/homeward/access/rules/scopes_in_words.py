"""What will an app be able to do, in the words of the one who is asked?"""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.access.rules.app_scopes import letters_of, parts_of
from homeward.access.rules.in_words import in_words, in_words_of_one_self

EVERYTHING = "everything"
READ_OWN = "Read %(what)s in your record."
SEND_OWN = "Add %(what)s to your record. It is marked as sent by an app, and nobody has checked it."
CHANGE_OWN = "Correct %(what)s that it sent itself."
WHO_OWN = "Know who you are: your name."
_READ_ONE = "Read %(what)s that you may see in the record of %(name)s."
_READ_ALL = "Read %(what)s that you may see, in the record of anybody whose record you may open."
_SEND_ONE = "Add %(what)s to the record of %(name)s in your name. It is marked as sent by an app and not checked."
_SEND_ALL = "Add %(what)s in your name to the record of anybody whose record you may open. It is marked as sent by an app and not checked."
_WHO = "Know who you are: your name and your role."


@dataclass(frozen=True, kw_only=True)
class AppMay:
    """One sentence with places for what (in words) and whose; a page says it in its reader's language."""

    sentence: str
    what: str = ""
    name: str = ""

    def __str__(self) -> str:
        return self.sentence % {"what": self.what, "name": self.name} if self.what else self.sentence


def in_plain_words(scopes: Iterable[str], *, citizen: bool, name: str) -> list[AppMay]:
    """What it may read, the widest first, then what it may add. `name` is the person in context, '' when there is none."""
    said: dict[AppMay, None] = {}
    held = sorted(scopes, key=lambda scope: "/*." not in scope)
    for each in held:
        if set(letters_of(each)) & {"r", "s"}:
            said[_said(each, (READ_OWN, _READ_ONE, _READ_ALL), citizen, name)] = None
    for each in held:
        if "c" in letters_of(each):
            said[_said(each, (SEND_OWN, _SEND_ONE, _SEND_ALL), citizen, name)] = None
        if "u" in letters_of(each):
            said[_said(each, (CHANGE_OWN, CHANGE_OWN, CHANGE_OWN), citizen, name)] = None
    if set(held) & {"openid", "fhirUser"}:
        said[AppMay(sentence=WHO_OWN if citizen else _WHO)] = None
    return list(said)


def said_to_citizens() -> tuple[str, ...]:
    """Every sentence and every word for a kind that `in_plain_words` says to citizens."""
    return (READ_OWN, SEND_OWN, CHANGE_OWN, WHO_OWN, EVERYTHING, *in_words_of_one_self())


def _said(scope: str, sentences: tuple[str, str, str], citizen: bool, name: str) -> AppMay:
    context, kind = parts_of(scope)
    what = EVERYTHING if kind == "*" else in_words(kind, own=citizen)
    own, one, whole = sentences
    if citizen:
        return AppMay(sentence=own, what=what)
    if context == "patient":
        return AppMay(sentence=one, what=what, name=name or "one person")
    return AppMay(sentence=whole, what=what)
