"""Are styles and scripts built beside the start where they were never built, and does the start say so when they cannot be?"""

from pathlib import Path

import pytest

from homeward.config import static_build
from homeward.config.supervision import styles
from homeward.config.supervision.preflight import CannotServe

BUILDS = "import pathlib, sys; assert sys.argv[1:] == ['--styles', 'only']; pathlib.Path({!r}).mkdir()"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose styles were never built."""
    monkeypatch.setattr(static_build, "BUILT", tmp_path / "built")
    monkeypatch.setattr(static_build, "CONFIG", tmp_path)
    monkeypatch.setattr(static_build, "REPOSITORY", tmp_path)
    monkeypatch.setattr(static_build, "is_current", lambda: (tmp_path / "current").exists())
    monkeypatch.setattr(styles, "BOOTSTRAP", tmp_path / "bootstrap.py")
    (tmp_path / "bootstrap.py").write_text(BUILDS.format(str(tmp_path / "built")))
    return tmp_path


def test_they_are_there_once_they_were_waited_for(checkout: Path) -> None:
    with styles.built_meanwhile() as are_built:
        are_built()
        assert (checkout / "built").is_dir()


def test_a_start_that_cannot_have_them_says_so(checkout: Path) -> None:
    (checkout / "bootstrap.py").write_text("raise SystemExit(1)")
    with pytest.raises(CannotServe, match="could not be built"), styles.built_meanwhile() as are_built:
        are_built()


def test_those_of_before_are_served_where_new_ones_cannot_be_built(checkout: Path) -> None:
    (checkout / "bootstrap.py").write_text("raise SystemExit(1)")
    (checkout / "built").mkdir()
    (checkout / "node_modules").mkdir()
    with styles.built_meanwhile() as are_built:
        are_built()


@pytest.mark.parametrize("there", ["current", "bootstrap.py"])
def test_nothing_is_built_where_nothing_is_due(checkout: Path, there: str) -> None:
    if there == "current":
        (checkout / "current").touch()
    else:
        (checkout / "bootstrap.py").unlink()  # an installed wheel
    with styles.built_meanwhile() as are_built:
        are_built()
    assert not (checkout / "built").exists()
