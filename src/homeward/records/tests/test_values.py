"""Is every number and word that a partner may write kept as written, with its value beside it, or refused by name?"""

import json
from pathlib import Path
from typing import Any

import pytest

from homeward.foundation.errors import Invalid
from homeward.records.api import Received, take
from homeward.records.rules.meaning import same_meaning
from homeward.records.rules.valued import valued
from homeward.records.tests.arranging import AT, SOURCE, house, somebody, stands, took
from homeward.records.tests.delivering import counted, kept, lines, observation, patient, reasons, sent

pytestmark = pytest.mark.django_db

# As written in JSON, and the number that the column holds (None: it is absurd, and the column stays empty).
NUMBERS = {
    "70.50": 70.5,
    "-0.0": 0.0,
    "0": 0.0,
    "1e-200000": 0.0,
    "0.1e-17000": 0.0,
    "1E-400": 0.0,
    "0." + "0" * 20_000 + "1": 0.0,
    "1." + "3" * 20_000: 1.0 + 1 / 3,
    "1e-320": 0.0,
    "999999999999999.5": 999999999999999.5,
    "1e15": None,
    "-1e300": None,
    "1" * 300: None,
}
VALUE = "Observation.valueQuantity.value"
NOT_READ = ("1e309", "1E+400000", "1" * 5000, "1" + "0" * 140_000)


def written(number: str, id: str = "o1") -> str:
    return json.dumps(observation(id)).replace("70.5", number)


def test_every_number_that_is_taken_is_kept_as_written_with_its_value_beside_it(tmp_path: Path) -> None:
    sent_as = {f"n{place}": written(number, f"n{place}") for place, number in enumerate(NUMBERS)}
    done = sent(tmp_path, lines(patient(), *sent_as.values()))
    assert counted(done) == {"applied": len(NUMBERS) + 1}
    here = kept()
    assert [here["Observation", id].number for id in sent_as] == pytest.approx(list(NUMBERS.values()))
    assert all(same_meaning(here["Observation", id].body, text) for id, text in sent_as.items())


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number[:12])
def test_one_at_a_time_as_well(number: str) -> None:
    person = somebody()
    (taken,) = took(person, written(number))
    assert stands(person, taken).body == written(number)


def test_a_number_that_no_reader_can_hold_is_refused_alone_and_by_name(tmp_path: Path) -> None:
    far = [written(number, f"f{place}") for place, number in enumerate(NOT_READ)]
    done = sent(tmp_path, lines(patient(), observation("good"), *far, observation("too")))
    assert counted(done) == {"applied": 3, "rejected": len(NOT_READ)}
    assert {*reasons(done, "rejected")} == {f"'{VALUE}' holds a number too large to be read."}
    for text in far:
        with pytest.raises(Invalid, match=VALUE):
            taken = [Received(kind="Observation", text=text)]
            take(person_id=somebody().id, resources=taken, source=SOURCE, by=house(), at=AT)


def test_what_cannot_stand_in_a_column_is_kept_in_the_text_and_left_out_of_the_column() -> None:
    person = somebody()
    text = json.dumps(
        observation(valueQuantity={"value": 4, "unit": "k\0g"}, code={"text": "We\0ight", "coding": [{"code": "a\0b"}]})
    )
    (taken,) = took(person, text)
    row = stands(person, taken)
    assert (json.loads(row.body), row.display, row.code) == (json.loads(text), "Weight", "ab")


WORDS = {
    "NUL": ("\\u0000", False), "half a pair": ("\\ud800", False), "a pair the wrong way round": ("\\udfe0\\ud83c", False),
    "a pair": ("\\ud83c\\udfe0", True), "an escaped backslash": ("\\\\u0000", True), "the last of the first plane": ("\\uffff", False),
    "right to left": ("\\u0627", True), "a quotation": ("\\\"", True),
}  # fmt: skip


def test_words_are_kept_or_refused_each_for_itself(tmp_path: Path) -> None:
    texts = {}
    for place, (word, _) in enumerate(WORDS.values()):
        texts[f"w{place}"] = json.dumps(observation(f"w{place}")).replace('"Weight"', f'"Weight {word} now"')
    done = sent(tmp_path, lines(patient(), *texts.values(), observation("plain")))
    good = [id for id, (_, taken) in zip(texts, WORDS.values(), strict=True) if taken]
    assert counted(done) == {"applied": len(good) + 2, "rejected": len(texts) - len(good)}
    here = kept()
    assert all(same_meaning(here["Observation", id].body, texts[id]) for id in good)
    assert all(row.number == 70.5 for (kind, _), row in here.items() if kind == "Observation")
    assert all("'Observation.code.text' holds" in reason for reason in reasons(done, "rejected"))


def test_what_is_nested_deep_is_kept_up_to_the_bound_and_refused_beyond_it(tmp_path: Path) -> None:
    def nested(depth: int, id: str) -> str:
        inside = '{"url": "urn:x", "extension": [' * depth + '{"url": "urn:y", "valueDecimal": 1.50}' + "]}" * depth
        return json.dumps(observation(id, extension=["here"])).replace('"here"', inside)

    done = sent(tmp_path, lines(patient(), nested(25, "near"), nested(400, "far"), nested(5000, "farther")))
    assert counted(done) == {"applied": 2, "rejected": 2}
    assert all("nested" in reason for reason in reasons(done, "rejected"))


def test_the_parts_of_an_observation_stand_beside_it() -> None:
    person = somebody()
    part = {"code": {"coding": [{"system": "urn:s", "code": "p"}]}, "valueQuantity": {"value": 88, "code": "mm[Hg]"}}
    text = json.dumps(observation(component=[part, {"code": {"text": "said"}, "valueString": "no number"}]))
    (taken,) = took(person, text)
    stands(person, taken)
    held = {"number": None, "unit": None, "value_code": None}
    own = {**held, "code_system": "", "code": "", "number": 70.5, "unit": "kg"}
    one = {**held, "code_system": "urn:s", "code": "p", "number": 88.0, "unit": "mm[Hg]"}
    assert kept()["Observation", "o1"].parts == [own, one, {**held, "code_system": None, "code": None}]


@pytest.mark.parametrize("odd", [None, 1, "x", [], {}, [None], [{"coding": 1}], {"coding": {"code": 1}}])
def test_no_shape_of_an_observation_stops_its_being_read(odd: Any) -> None:
    for name in ("valueQuantity", "valueInteger", "valueCodeableConcept", "component", "code"):
        assert valued({"resourceType": "Observation", name: odd}, system="", code="").number in (None, 1.0)
