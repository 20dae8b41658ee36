"""Is what is unsound refused with the element named, and what is sound taken whole?"""

import gc
import json
import time

import pytest

from homeward.fhir.tests.messages import encoded, entry, fall
from homeward.foundation.r4.characters import suspicion
from homeward.foundation.r4.issues import Issue, Resource
from homeward.foundation.r4.syntax import is_moment, is_reference
from homeward.foundation.r4.validate import validate

SOUND = encoded(fall())


def issues(body: bytes) -> list[Issue]:
    found = validate(body)
    assert not isinstance(found, Resource)
    return found


def test_a_sound_message_is_kept_as_it_came() -> None:
    found = validate(SOUND)
    assert isinstance(found, Resource)
    assert found.text.encode() == SOUND
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("kind", "change", "expression"),
    [
        ("Patient", {"gender": "femail"}, "Bundle.entry[2].resource.gender"),
        ("ServiceRequest", {"status": "nope"}, "Bundle.entry[1].resource.status"),
        ("ServiceRequest", {"subject": None}, "Bundle.entry[1].resource.subject"),
        ("ServiceRequest", {"basedOn": {"reference": "urn:uuid:1"}}, "Bundle.entry[1].resource.basedOn"),
        ("ServiceRequest", {"unknownThing": 1}, "Bundle.entry[1].resource.unknownThing"),
        (
            "ServiceRequest",
            {"requester": {"reference": "Practitoner/1"}},
            "Bundle.entry[1].resource.requester.reference",
        ),
        ("Patient", {"birthDate": "2021-02-30"}, "Bundle.entry[2].resource.birthDate"),
        ("Patient", {"id": "a b"}, "Bundle.entry[2].resource.id"),
        ("Patient", {"name": [{}]}, "Bundle.entry[2].resource.name[0]"),
        ("Patient", {"name": [{"family": " "}]}, "Bundle.entry[2].resource.name[0].family"),
        ("Patient", {"name": [{"family": "A\u0000B"}]}, "Bundle.entry[2].resource.name[0].family"),
        ("Patient", {"telecom": [{"system": "telepathy"}]}, "Bundle.entry[2].resource.telecom[0].system"),
        ("Encounter", {"class": [{"code": "VR"}]}, "Bundle.entry[4].resource.class"),
    ],
)
def test_the_element_at_fault_is_named(kind: str, change: dict[str, object], expression: str) -> None:
    message = fall()
    resource = entry(message, kind)
    resource.update(change)
    for name in [name for name, value in change.items() if value is None]:
        del resource[name]
    assert expression in {issue.expression for issue in issues(encoded(message))}


@pytest.mark.parametrize(
    "body",
    [
        b"", b"  ", b"null", b"[]", b'"text"', b"12", b"{", b"{}", b"not json", b'{"resourceType": "Nonsense"}',
        b'{"resourceType": 7}', b'{"resourceType": "Patient", "multipleBirthInteger": NaN}',
        b'{"resourceType": "Patient", "multipleBirthInteger": 1e999}', b'{"resourceType": "Patient", "id": "\\ud800"}',
        b'{"resourceType": "Patient", "id": "a", "id": "b"}', b'\xff\xfe{\x00}\x00', b"\xef\xbb\xbf{}",
        '{"resourceType": "Patient", "name": [{"family": "Zoë"}]}'.encode("latin-1"),
        '{"resourceType": "Patient"}'.encode("utf-16"), b'{"resourceType": "Patient", "id": "a\x00b"}',
        b'{"resourceType": "Patient", "name": [["a"]]}', b'{"resourceType": "Patient"} {"resourceType": "Patient"}',
        b'{"resourceType": "Patient", "multipleBirthInteger": ' + b"9" * 100_000 + b"}",
    ],
)  # fmt: skip
def test_what_is_not_a_resource_is_refused_in_words(body: bytes) -> None:
    for issue in issues(body):
        assert issue.diagnostics.endswith((".", "resource."))
        assert "Traceback" not in issue.diagnostics


def test_a_doubled_member_is_named() -> None:
    body = SOUND.replace(b'"status": "active"', b'"status": "active", "status": "revoked"', 1)
    (issue,) = issues(body)
    assert issue.expression == "Bundle.entry[1].resource.status"


@pytest.mark.hazard(
    "HZ-S12-28",
    hazard="A hostile or broken message stops the intake of everybody else's referrals.",
    control="Depth and size are bounded before anything is built; every body is judged in well under a second.",
)
def test_hostile_shapes_cost_little() -> None:
    many = b"{" + b",".join(b'"k%d":1' % n for n in range(240)) + b"}"
    hostile = [
        b'{"resourceType":"Patient","a":' + b"[" * 10_000,
        b'{"resourceType":"Patient","a":' + b"[" * 200 + b"]" * 200 + b"}",
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"resourceType":"Patient","a":"' + b'\\"' * 400_000,
        b'{"resourceType":"Patient","b":[' + b"[]," * 200_000 + b"[]]}",
        b'{"resourceType":"Patient",' + b",".join(b'"k%d":1' % n for n in range(50_000)) + b"}",
        b'{"resourceType":"Bundle","entry":[' + b",".join([many] * 400) + b"]}",
        b'{"resourceType":"Patient","name":[' + b",".join([b'{"family":"x","y":1}'] * 40_000) + b"]}",
        b'{"resourceType":"Patient","id":"' + b"x" * 900_000 + b'"}',
    ]
    gc.freeze()  # what other tests left in this process is no cost of reading
    try:
        started = time.process_time()
        for body in hostile:
            assert 1 <= len(issues(body)) <= 20
        assert time.process_time() - started < 5
    finally:
        gc.unfreeze()


def test_every_truncation_is_refused() -> None:
    for length in range(0, len(SOUND), 97):
        assert issues(SOUND[:length])


def test_deceiving_names_are_flagged_and_plain_foreign_ones_are_not() -> None:
    assert suspicion("Bro\u202eok")  # a mark that turns the reading round
    assert suspicion("B\u0440ook")  # a Cyrillic letter among Latin ones
    for plain in ("Brook", "Zoë", "Łukasz", "O’Neill", "محمد", "Αδάμ", "Наталія"):
        assert suspicion(plain) == ""
    message = fall(family="B\u0440ook")
    found = validate(encoded(message))
    assert isinstance(found, Resource)
    assert [warning.expression for warning in found.warnings] == ["Bundle.entry[2].resource.name[0].family"]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("urn:uuid:236bb75d-90ef-461f-b71e-fde7f899802c", True), ("urn:uuid:236bb75d", False), ("Patient/1", True),
        ("Ecounter/1", False), ("d5ffd0cd-ec7e-48a1-84f1-91f4c0eb8fc5", False), ("#inside", True), ("", False),
        ("https://example.org/fhir/Patient/1", True), ("javascript:alert(1)", False), ("Schedule/{x}", False),
        ("Patient/1/_history/2", True), ("urn:oid:1.2.3", True),
    ],
)  # fmt: skip
def test_references(text: str, good: bool) -> None:
    assert is_reference(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2024-02-29", True), ("2023-02-29", False), ("2021", True), ("2021-13", False), ("2021-11-26T15:00:00Z", True),
        ("2021-11-26T25:00:00Z", False), ("2021-11-26T15:00:00.8185338+00:00", True), ("0000-01-01", False),
        ("2021-11-26T15:00:00+15:00", False), ("2021-00-01", False),
    ],
)  # fmt: skip
def test_days_and_moments(text: str, good: bool) -> None:
    assert is_moment(text) is good


def test_the_composer_writes_json_that_survives_the_wire() -> None:
    assert json.loads(SOUND) == fall()
