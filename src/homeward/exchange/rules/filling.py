"""What does a declared message say, once it is filled in for one person?"""

from collections.abc import Mapping

from homeward.grammar.api import MessageTemplate

LONGEST_NAME = 60


def filled(template: MessageTemplate, *, language: str, values: Mapping[str, str]) -> tuple[str, str, str]:
    """(language, subject, words). Values are put in as they are: a brace in a name is only a brace."""
    wording = template.wording(language)
    safe = {
        name: " ".join(value.split())[:LONGEST_NAME] if name in ("name", "who") else value
        for name, value in values.items()
    }
    return wording.language, wording.subject.format_map(safe), wording.words.format_map(safe)
