"""What will an app be able to do, in the words of the one who is asked?"""

from collections.abc import Iterable

from homeward.access.rules.app_scopes import parts_of
from homeward.access.rules.in_words import in_words


def in_plain_words(scopes: Iterable[str], *, citizen: bool, name: str) -> list[str]:
    """Finished sentences, the widest first. `name` is the person in context, '' when there is none."""
    said: dict[str, None] = {}
    for each in sorted(scopes, key=lambda scope: "/*." not in scope):
        context, kind = parts_of(each)
        if context:
            said[_reading(context, kind, citizen, name)] = None
    held = set(scopes)
    if held & {"openid", "fhirUser"}:
        said["Know who you are: your name" + ("." if citizen else " and your role.")] = None
    return list(said)


def _reading(context: str, kind: str, citizen: bool, name: str) -> str:
    what = "everything" if kind == "*" else in_words(kind)
    if citizen:
        return f"Read {what} in your record."
    if context == "patient":
        return f"Read {what} that you may see in the record of {name or 'one person'}."
    return f"Read {what} that you may see, in the record of anybody whose record you may open."
