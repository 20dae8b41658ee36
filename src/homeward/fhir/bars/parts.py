"""What do the common parts of FHIR say: codes, words, names, telephone numbers, addresses?"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from homeward.fhir.bars.message import Coding
from homeward.foundation.r4.characters import without_hidden

Node = Mapping[str, Any]


def clean(text: object, longest: int = 200) -> str:
    """Text as it may be shown on one line: nothing hidden, single spaces, of bounded length."""
    shown = without_hidden(str(text or "").replace("\\n", " ").replace("/n", " "))
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def codings(concept: object) -> tuple[Coding, ...]:
    """The codes of a CodeableConcept that have a code."""
    if not isinstance(concept, Mapping):
        return ()
    return tuple(
        Coding(system=str(each.get("system", "")), code=str(each["code"]), display=clean(each.get("display")))
        for each in concept.get("coding", ())
        if each.get("code")
    )


def words(concept: object) -> str:
    """A CodeableConcept in words: its text, else what its first described code says."""
    if not isinstance(concept, Mapping):
        return ""
    if concept.get("text"):
        return clean(concept["text"])
    return next((coding.display for coding in codings(concept) if coding.display), "")


def full_words(concept: object) -> str:
    """The code's words and the text, when both say something."""
    said = [coding.display for coding in codings(concept)][:1]
    text = clean(concept.get("text")) if isinstance(concept, Mapping) else ""
    return ": ".join(each for each in dict.fromkeys((*said, text)) if each)


def code_in(concepts: Iterable[object], system: str) -> str:
    """The first code of that system among these concepts, or ''."""
    return next((coding.code for each in concepts for coding in codings(each) if coding.system == system), "")


def person_name(resource: Node) -> tuple[str, str]:
    """(family, given) of the name to use: the official one, else the usual one, else the first."""
    names = [each for each in resource.get("name", ()) if isinstance(each, Mapping)]
    wanted = {"official": 0, "usual": 1}
    ranked = sorted(names, key=lambda each: wanted.get(str(each.get("use", "")), 2))
    if not ranked:
        return "", ""
    name = ranked[0]
    family, given = clean(name.get("family"), 100), clean(" ".join(map(str, name.get("given", ()))), 100)
    if not family and name.get("text"):
        given, _, family = clean(name["text"], 100).rpartition(" ")
    return family, given


def telephone(telecoms: Iterable[Node]) -> str:
    """The best telephone number: the one ranked first, a mobile before others."""
    phones = [each for each in telecoms if each.get("system") in ("phone", "sms") and each.get("value")]
    phones.sort(key=lambda each: (int(each.get("rank", 99)), each.get("use") != "mobile"))
    return clean(phones[0]["value"], 40) if phones else ""


def address(resource: Node) -> tuple[tuple[str, ...], str]:
    """(lines, postcode) of the home address, else of the first one."""
    held = resource.get("address", ())
    addresses = [held] if isinstance(held, Mapping) else list(held)
    if not addresses:
        return (), ""
    best = next((each for each in addresses if each.get("use") == "home"), addresses[0])
    lines = [clean(each) for each in (*best.get("line", ()), best.get("city"), best.get("district")) if each]
    postcode = clean(best.get("postalCode"), 10).upper()
    if not lines and best.get("text"):
        lines = [clean(best["text"])]
    return tuple(dict.fromkeys(lines)), postcode


def moment(text: object) -> datetime | None:
    """A FHIR dateTime with a time of day and zone, or None."""
    try:
        found = datetime.fromisoformat(_microseconds(str(text)))
    except ValueError:
        return None
    return found if found.tzinfo else None


def _microseconds(text: str) -> str:
    """FHIR allows any number of fraction digits; Python reads six."""
    head, point, tail = text.partition(".")
    if not point:
        return text
    digits = next((index for index, each in enumerate(tail) if not each.isdigit()), len(tail))
    return f"{head}.{tail[:digits][:6].ljust(6, '0')}{tail[digits:]}"
