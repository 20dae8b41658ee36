"""Which languages can be read here, what does each call itself, and which way does it run?"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language. `tag` is what a page says it is (BCP 47); `name` is its own name for itself."""

    code: str
    tag: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    source: bool = False


LANGUAGES = {
    language.code: language
    for language in (
        Language(code="en-gb", tag="en-GB", name="English", source=True),
        Language(code="pa", tag="pa", name="ਪੰਜਾਬੀ"),
        Language(code="ur", tag="ur", name="اردو", direction="rtl"),
        Language(code="bn", tag="bn", name="বাংলা"),
        Language(code="ar", tag="ar", name="العربية", direction="rtl"),
        Language(code="pl", tag="pl", name="Polski"),
    )
}
SOURCE = next(language for language in LANGUAGES.values() if language.source)
TRANSLATED = tuple(language for language in LANGUAGES.values() if not language.source)


def language_called(code: str | None) -> Language:
    """The language of that code; the source language when there is none such."""
    return LANGUAGES.get(code or "", SOURCE)
