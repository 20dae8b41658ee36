"""Could this text deceive its reader: control characters, hidden marks, or letters that look like others?"""

import unicodedata

# Bidirectional controls, zero-width marks and other characters that draw nothing (Unicode TR 36 and 39).
HIDDEN = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")


def forbidden_character(text: str) -> str:
    """The name of the first character that FHIR forbids in a string, or '': controls other than tab and line ends."""
    if text.isprintable():
        return ""
    for character in text:
        point = ord(character)
        if (point < 32 and character not in "\t\r\n") or point in (0x7F, 0xFFFE, 0xFFFF) or 0xD800 <= point <= 0xDFFF:
            return "NUL" if point == 0 else f"U+{point:04X}"
    return ""


def without_hidden(text: str) -> str:
    """`text` without characters that draw nothing, in composed form, with single spaces."""
    shown = "".join(character for character in text if character not in HIDDEN)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def suspicion(text: str) -> str:
    """Why a name or number should be looked at twice, as a sentence, or '' when it is plain."""
    if text.isascii():
        return ""
    if any(character in HIDDEN for character in text):
        return "It holds hidden characters that change how it reads."
    for word in text.split():
        scripts = {_script(character) for character in word if character.isalpha()} - {""}
        if len(scripts) > 1:
            return "It mixes letters of different alphabets that look alike."
    if any(unicodedata.category(character) == "Nd" and not character.isascii() for character in text):
        return "It has digits of another script."
    return ""


def _script(character: str) -> str:
    name = unicodedata.name(character, "")
    first = name.partition(" ")[0]
    return first if first in _SCRIPTS else ("LATIN" if name.startswith("FULLWIDTH LATIN") else "")
