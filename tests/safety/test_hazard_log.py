"""Is the hazard log what the tests say, and is no hazard both controlled and open?"""

from pathlib import Path

import pytest

from tests.safety.hazard_log import LOG, SHIPPED, marked, open_hazards, render, shipped


def test_the_log_is_up_to_date() -> None:
    assert LOG.read_text(encoding="utf-8") == render(marked(), open_hazards()), (
        "The hazard log is stale: run `python tests/safety/hazard_log.py` and commit it."
    )


def test_the_handbook_shows_the_same_log() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == shipped(marked(), open_hazards()), (
        "The handbook's hazards are stale: run `python tests/safety/hazard_log.py` and commit what it wrote."
    )


def test_no_hazard_is_both_controlled_and_open() -> None:
    assert not {claim.code for claim in marked()} & set(open_hazards())


def test_one_code_names_one_hazard() -> None:
    hazards = {(claim.code, claim.hazard) for claim in marked()}
    codes = [code for code, _ in hazards]
    assert len(set(codes)) == len(codes), sorted(code for code in codes if codes.count(code) > 1)


def test_an_incomplete_marker_is_caught(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_sin.py").write_text('@pytest.mark.hazard("HZ-S1-1")\ndef test_x(): ...\n')
    with pytest.raises(ValueError, match="needs a code"):
        marked(tmp_path)
