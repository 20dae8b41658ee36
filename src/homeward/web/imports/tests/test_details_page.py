"""Does a colleague see ours beside a partner's, and decide which holds?"""

import re
from pathlib import Path

import pytest

from homeward.web.imports.tests.test_imports import KHAN, bring, owner

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOMEWARD_DATA", str(tmp_path))


def test_a_new_address_waits_and_is_taken_over() -> None:
    browser = owner()
    for sent in (KHAN, {**KHAN, "address": [{"line": ["9 Other Street"], "postalCode": "B1 1AA"}]}):
        browser.post(bring(browser, sent), {"do": "apply"})
    assert "1 waits for a decision" in browser.get("/imports/").content.decode()
    page = browser.get("/imports/details/").content.decode()
    assert "Address of Amina Khan" in page and "9 Other Street, B1 1AA" in page
    (detail,) = re.findall(r'name="detail" value="([^"]+)"', page)
    told = {"detail": detail, "seen": "9 Other Street, B1 1AA", "do": "take"}
    assert "Taken over" in browser.post("/imports/details/", told, follow=True).content.decode()
    assert "decided already" in browser.post("/imports/details/", told, follow=True).content.decode()
    shown = browser.get("/imports/details/?state=applied").content.decode()
    assert "9 Other Street" in shown and "Taken over" in shown
    assert browser.get("/imports/details/?after=2026~x").status_code == 200
