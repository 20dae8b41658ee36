"""Are the pages imported beside the making of people only where they never were, and is nobody kept by it?"""

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from homeward.config.supervision import first_import


@pytest.fixture
def never_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(first_import, "HOMEWARD", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path


def test_it_is_due_once_and_where_python_keeps_what_it_compiles(
    never_imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_import.is_due()
    kept = never_imported / cache_from_source("web/before_visitors.py")
    kept.parent.mkdir(parents=True)
    kept.touch()
    assert not first_import.is_due()
    kept.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert not first_import.is_due()


def test_one_that_fails_or_is_not_done_keeps_nobody(never_imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("raise SystemExit(1)", "import time; time.sleep(600)"):
        monkeypatch.setattr(first_import, "IMPORTS", command)
        with first_import.imported_meanwhile():
            assert first_import.is_due()
