"""Do the other scores begin and end each band where their rule says, and leave no total while a part is missing?"""

import pytest

from homeward.plans.rules.scores.barthel import ITEMS as BARTHEL_ITEMS
from homeward.plans.rules.scores.ipos import ITEMS as IPOS_ITEMS
from homeward.plans.rules.scores.ipos import subscales
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.reading import Unreadable, read
from homeward.plans.rules.scores.score import Scored, Told

BEST: dict[str, Told | None] = dict.fromkeys(IPOS_ITEMS, 0.0)
ABLE: dict[str, Told | None] = {column: float(high) for column, (_, high) in BARTHEL_ITEMS.items()}
CLEAR: dict[str, Told | None] = {
    "alertness": "normal",
    "amt4_mistakes": "0",
    "months_backwards": "7-or-more",
    "acute_change": "no",
}


def worked(name: str, parts: dict[str, Told | None]) -> Scored:
    return SCORES[name].work_out(parts)


@pytest.mark.parametrize(
    ("changed", "total", "response"),
    [
        ({}, 0, "unlikely"),
        ({"alertness": "sleepy-then-normal"}, 0, "unlikely"),
        ({"amt4_mistakes": "1"}, 1, "possible-cognitive-impairment"),
        ({"amt4_mistakes": "2-or-more"}, 2, "possible-cognitive-impairment"),
        ({"amt4_mistakes": "untestable"}, 2, "possible-cognitive-impairment"),
        ({"months_backwards": "fewer-or-refuses"}, 1, "possible-cognitive-impairment"),
        ({"amt4_mistakes": "2-or-more", "months_backwards": "fewer-or-refuses"}, 3, "possible-cognitive-impairment"),
        ({"amt4_mistakes": "untestable", "months_backwards": "untestable"}, 4, "possible-delirium"),
        ({"alertness": "abnormal"}, 4, "possible-delirium"),
        ({"acute_change": "yes"}, 4, "possible-delirium"),
        ({"alertness": "abnormal", "amt4_mistakes": "2-or-more", "months_backwards": "untestable", "acute_change": "yes"}, 12, "possible-delirium"),
    ],
)  # fmt: skip
def test_4at(changed: dict[str, str], total: int, response: str) -> None:
    found = worked("4at", {**CLEAR, **changed})
    assert (found.total, found.response) == (total, response)


@pytest.mark.parametrize(
    ("total", "response"),
    [(0, "total"), (20, "total"), (25, "severe"), (60, "severe"), (65, "moderate"), (90, "moderate"), (95, "slight"), (100, "independent")],
)  # fmt: skip
def test_barthel_bands(total: int, response: str) -> None:
    parts: dict[str, Told | None] = {}
    left = total
    for column, (_, high) in BARTHEL_ITEMS.items():
        parts[column] = float(min(high, left))
        left -= min(high, left)
    found = worked("barthel", parts)
    assert (found.total, found.response) == (total, response)


@pytest.mark.parametrize(
    ("level", "words"), [(1, "Very fit"), (4, "Living with very mild frailty"), (9, "Terminally ill")]
)
def test_cfs_is_a_number_with_its_name(level: int, words: str) -> None:
    found = worked("cfs", {"level": level})
    assert (found.total, found.words) == (level, words)


@pytest.mark.parametrize("level", range(0, 101, 10))
def test_akps_is_in_tens_and_nought_is_not_nothing(level: int) -> None:
    found = worked("akps", {"level": level})
    assert found.total == level and found.words
    assert worked("akps", {"level": None}).total is None


@pytest.mark.parametrize("phase", ["stable", "unstable", "deteriorating", "dying"])
def test_a_phase_is_a_word(phase: str) -> None:
    found = worked("phase", {"phase": phase})
    assert (found.total, found.response) == (None, phase) and found.words.lower().startswith(phase)


@pytest.mark.parametrize(("worst", "response"), [(0, "none-severe"), (2, "none-severe"), (3, "severe"), (4, "severe")])
def test_ipos_names_what_is_severe(worst: float, response: str) -> None:
    found = worked("ipos", {**BEST, "pain": worst})
    assert (found.total, found.response) == (worst, response)
    assert ("Pain" in found.words) is (worst >= 3)


def test_ipos_tells_of_severe_pain_even_while_other_items_are_missing() -> None:
    found = worked("ipos", {"pain": 4})
    assert found.total is None and found.response == "severe" and len(found.missing) == 16
    assert subscales(dict(worked("ipos", dict.fromkeys(IPOS_ITEMS, 4.0)).points)) == {
        "physical": 40,
        "emotional": 16,
        "practical": 12,
    }


WHOLE: dict[str, dict[str, Told | None]] = {
    "4at": CLEAR,
    "barthel": ABLE,
    "ipos": BEST,
    "cfs": {"level": 5.0},
    "akps": {"level": 50.0},
}


@pytest.mark.parametrize(("name", "column"), [(name, column) for name, parts in WHOLE.items() for column in parts])
def test_a_missing_part_leaves_no_total(name: str, column: str) -> None:
    found = worked(name, {**WHOLE[name], column: None})
    assert found.total is None and found.missing == (column,)
    assert worked(name, dict(WHOLE[name])).total is not None


@pytest.mark.parametrize("name", SCORES)
def test_every_score_cites_its_rule(name: str) -> None:
    assert any(character.isdigit() for character in SCORES[name].source)


@pytest.mark.parametrize(
    ("name", "column", "cell", "said"),
    [
        ("news2", "spo2", "0.96", "not from 1 to 100"),
        ("news2", "temperature", "98.6", "not from 20 to 46"),
        ("news2", "respiratory_rate", "16.5", "not a whole number"),
        ("news2", "heart_rate", "fast", "not a number"),
        ("news2", "heart_rate", "nan", "not a number"),
        ("news2", "heart_rate", "-1", "not from 0 to"),
        ("news2", "consciousness", "Z", "not one of A, C, V, P, U"),
        ("news2", "spo2_scale", "3", "not one of 1, 2"),
        ("akps", "level", "55", "not in steps of 10"),
        ("barthel", "bathing", "10", "not from 0 to 5"),
        ("barthel", "feeding", "7", "not in steps of 5"),
        ("ipos", "pain", "5", "not from 0 to 4"),
        ("cfs", "level", "0", "not from 1 to 9"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_in_words(name: str, column: str, cell: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(SCORES[name].part(column), cell)


def test_cells_are_read_as_people_write_them() -> None:
    assert read(SCORES["news2"].part("consciousness"), " c ") == "C"
    assert read(SCORES["news2"].part("heart_rate"), "70.0") == 70
    assert read(SCORES["news2"].part("heart_rate"), "  ") is None
