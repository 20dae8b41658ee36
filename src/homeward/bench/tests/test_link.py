"""Does the bench of linkage count right: who was found, who was missed by kind of error, and who was joined wrongly and why?"""

from homeward.bench.link import judged, link
from homeward.people.api import RATES, Made


def _made(human: int, *, house: int = 0, nhs: str = "", born: str = "1950-02-03", errors: tuple[str, ...] = ()) -> Made:
    return Made(
        human=human, house=house or human, given="Ann", family=f"Name{human}", birth=born, sex="F", nhs=nhs or str(human),
        address="", postcode="", phone="", errors=errors,
    )  # fmt: skip


def test_the_confusion_is_by_kind_of_error() -> None:
    first = [_made(1), _made(2), _made(3), _made(4, house=9), _made(5, house=9)]
    second = [
        _made(1), _made(2, errors=("moved", "birth date missing")), _made(3, errors=("moved",)),
        _made(5, house=9), _made(7, nhs="4", born="1960-01-01"),
    ]  # fmt: skip
    found = judged(first, second, [(0, 0), (2, 2), (3, 3), (3, 4)])
    assert (found["true_pairs"], found["accepted"], found["precision"], found["recall"]) == (4, 4, 0.5, 0.5)
    assert found["by_error"] == {
        "birth date missing": {"pairs": 1, "missed": 1},
        "moved": {"pairs": 2, "missed": 1},
        "no error": {"pairs": 2, "missed": 1},
    }
    assert found["wrong"] == {"twin": 1, "the other's NHS number": 1}


def test_it_links_in_a_process_of_its_own_and_says_what_it_took() -> None:
    said: list[str] = []
    facts = link(people=120, tell=said.append)
    assert facts["true_pairs"] == 84 and facts["recall"] > 0.9 and facts["precision"] > 0.9
    assert facts["seconds"] > 0 and 0.05 < facts["peak_gib"] < 4 and facts["stated"] == RATES
    assert "not judged at this size" in facts["words"] and "12.0%" in facts["words"]
