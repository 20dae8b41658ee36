"""Can every word that citizens and carers meet be translated? A sentence outside gettext is English to everyone."""

from pathlib import Path

import pytest

from homeward.web.environment import environment
from homeward.web.reading.reading import WEB
from homeward.web.reading.tests.bare_words import bare_words

# Where citizens and carers go: a folder with all its pages, or one file.
THEIRS = ("me", "apps", "sign_in", "front/pages", "front/errors", "access/my_people", "access/acting", "access/my_sharing",
          "access/_proxies.html", "access/_sayings.html", "refer/make", "refer/need", "refer/sent", "track/one", "base.html",
          "parts/_urgent.html", "parts/_reading.html", "parts/_header.html", "parts/_footer.html", "parts/fields.html")  # fmt: skip
ENGLISH = {"front/errors/broken.html"}  # drawn when nothing else can be trusted to work, the catalogues among it


def templates() -> list[Path]:
    """Every template of theirs."""
    found: list[Path] = []
    for each in THEIRS:
        path = WEB / each
        assert path.exists(), each
        found += [path] if path.suffix else sorted(path.rglob("*.html"))
    return [path for path in found if str(path.relative_to(WEB)) not in ENGLISH]


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(WEB)))
def test_no_word_stands_outside_gettext(path: Path) -> None:
    assert bare_words(environment(), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Send it</p>", ["Send it"]),
        ('<p class="hw-lead nhsuk-body">{{ _("Send it") }}</p>', []),
        ('<nav aria-label="My pages"></nav>', ["My pages"]),
        ('<p>{{ "Send it" if late else _("Wait") }}</p>', ["Send it"]),
        ('<a href="{{ url("me") }}">{{ _("Back") }}</a> · 12', []),
        ("<p>{{ name }}, born {{ day }}</p>", [", born"]),
    ],
)
def test_a_bare_word_is_found(source: str, found: list[str]) -> None:
    assert bare_words(environment(), source) == found
