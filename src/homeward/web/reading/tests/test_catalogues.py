"""Is every sentence that citizens read in every catalogue, with its places for values kept, and said to need review?"""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from homeward.web.reading.catalogue import po
from homeward.web.reading.catalogue.for_staff import FOR_STAFF
from homeward.web.reading.catalogue.ready import PO
from homeward.web.reading.catalogue.update import wanted
from homeward.web.reading.languages import TRANSLATED

PUT_IN = re.compile(r"%\([a-z_]+\)s|\{[a-z_]+\}|%%")
FOLDERS = wanted()
CATALOGUES = [(folder, language.code) for folder in FOLDERS for language in TRANSLATED]
# What a citizen cannot do without: the shell, the first page and what they do from it. Checked to be translated everywhere.
NEEDED = (
    "Skip to main content", "Sign in", "Sign out", "Help", "My care", "Who is coming", "What is happening", "Whom to ring",
    "No visit is booked.", "Ask for help", "My team", "My visits", "My requests", "My messages", "My details",
    "Who looked at my record", "Write to my team", "Send to the team", "Ask for another time, or cancel", "%(team)s has it now.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "language"), CATALOGUES, ids=lambda each: getattr(each, "parent", Path(str(each))).name
)
def test_each_catalogue_holds_what_is_said_and_nothing_else(folder: Path, language: str) -> None:
    held = [entry.msgid for entry in po.read(folder / language / PO)]
    missing, stale = sorted(set(FOLDERS[folder]) - set(held)), sorted(set(held) - set(FOLDERS[folder]))
    assert (missing, stale) == ([], []), "run: python -m homeward.web.reading.catalogue.update"
    assert len(held) == len(set(held))


@pytest.mark.hazard(
    "HZ-P5-1",
    hazard="A translation loses a number to ring or a time, or says the opposite, and nobody notices.",
    control="Every place for a value stands in the translation as in the English; each is marked until a person has reviewed it, and the page says so.",
)
@pytest.mark.parametrize(
    ("folder", "language"), CATALOGUES, ids=lambda each: getattr(each, "parent", Path(str(each))).name
)
def test_each_translation_keeps_its_values_and_says_that_it_needs_review(folder: Path, language: str) -> None:
    for entry in po.read(folder / language / PO):
        assert "fuzzy" not in entry.flags, entry.msgid
        if entry.msgstr:
            assert sorted(PUT_IN.findall(entry.msgid)) == sorted(PUT_IN.findall(entry.msgstr)), entry.msgid
            assert re.findall(r"\d{3}", entry.msgid) == re.findall(r"\d{3}", entry.msgstr), entry.msgid
            assert entry.marked, entry.msgid


@pytest.mark.parametrize("language", [language.code for language in TRANSLATED])
def test_the_shell_and_the_first_page_are_translated(language: str) -> None:
    known = {entry.msgid: entry.msgstr for folder in FOLDERS for entry in po.read(folder / language / PO)}
    assert [words for words in NEEDED if not known.get(words)] == []


@pytest.mark.parametrize("language", [language.code for language in TRANSLATED])
def test_whatever_is_not_translated_is_read_by_staff_alone(language: str) -> None:
    left = {entry.msgid for folder in FOLDERS for entry in po.read(folder / language / PO) if not entry.msgstr}
    assert left == FOR_STAFF, "translate what citizens and carers meet; what only staff read stands in catalogue/for_staff.py"


def test_every_template_can_be_read_by_the_engine() -> None:
    assert get_template("parts/_reading.html", using="jinja2")
