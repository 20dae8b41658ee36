"""Is the documented table of settings the one that is read, and are secrets kept to themselves?"""

from pathlib import Path

import pytest

from homeward import cli
from homeward.cli.settings import markdown

DOCUMENTED = Path(__file__).resolve().parents[4] / "docs" / "generated" / "settings.md"


def test_the_documented_table_is_fresh() -> None:
    assert DOCUMENTED.read_text() == markdown(), "run: homeward settings --markdown > docs/generated/settings.md"


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app:hush@db/homeward")
    assert cli.main(["settings"]) == 0
    told = capsys.readouterr().out
    assert "hush" not in told and "HOMEWARD_PLACE" in told
