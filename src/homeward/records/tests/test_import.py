"""Does a delivery become records: what is new, changed, the same, in doubt or refused, each with its reason?"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from homeward.access.api import gate
from homeward.people.api import search as find_people
from homeward.people.tests.support import house
from homeward.records.api import (
    accept_row,
    apply_import,
    coming_in_since,
    history,
    importer,
    item_id,
    retry_import,
    run,
    run_rows,
)
from homeward.records.models import Run
from homeward.records.tests.arranging import AT, SOURCE, somebody
from homeward.records.tests.delivering import (
    bundle,
    counted,
    delivered,
    kept,
    lines,
    observation,
    patient,
    reasons,
    sent,
)

pytestmark = pytest.mark.django_db


def test_a_dry_run_changes_nothing_and_applying_it_does(tmp_path: Path) -> None:
    text = lines(patient(), observation(), observation("o2"))
    dry = sent(tmp_path, text, dry_run=True)
    assert (counted(dry), dry.people, kept()) == ({"new": 3}, {"new": 1}, {})
    apply_import(run_id=dry.id, by=importer(), at=AT)
    done = run(dry.id, by=importer(), at=AT)
    assert (counted(done), done.people, done.state) == ({"applied": 3}, {"registered": 1}, "applied")
    here = kept()
    assert json.loads(here["Observation", "o1"].body) == observation()
    assert {each.person_id for each in here.values()} == {here["Patient", "p1"].person_id}
    found = find_people(text="9990000018", by=house(), at=AT)
    assert [row.person_id for row in found.rows] == [here["Patient", "p1"].person_id]


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient(), observation()))
    before = {key: (each.version, each.received_at) for key, each in kept().items()}
    again = sent(tmp_path, lines(patient(), observation()))
    assert counted(again) == {"same": 2}
    assert {key: (each.version, each.received_at) for key, each in kept().items()} == before


def test_what_changed_is_a_new_version_with_its_former_wording(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient(), observation()))
    changed = observation(valueQuantity={"value": 71, "unit": "kg"})
    done = sent(tmp_path, lines(changed, changed | {"id": "o9"}))
    assert counted(done) == {"applied": 2}
    row = kept()["Observation", "o1"]
    assert row.person_id
    with gate.person(row.person_id, by=house(), at=AT):
        now, before = history(row.id)
    assert (now.version, json.loads(now.body)["valueQuantity"]["value"]) == (2, 71)
    assert json.loads(before.body) == observation()


def test_a_person_is_found_by_number_with_agreeing_details(tmp_path: Path) -> None:
    here = somebody(nhs_number="")
    from homeward.people.api import Correction, correct

    correct(person_id=here.id, correction=Correction(nhs_number="9990000018"), reason="told", by=house(), at=AT)
    done = sent(tmp_path, lines(patient(), observation()))
    assert done.people == {"number": 1}
    assert kept()["Observation", "o1"].person_id == here.id


@pytest.mark.hazard(
    "HZ-S31-3",
    hazard="A partner's wrong NHS number puts one person's results into another's record.",
    control="A number is believed only with an agreeing name and birth date; in doubt every row waits for a colleague's decision.",
)
def test_a_number_whose_holder_does_not_fit_waits_for_review(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient()))
    other = patient("p7", name=[{"family": "Okafor", "given": ["Chidi"]}], birthDate="1987-01-02")
    done = sent(tmp_path, lines(other, observation("o7", subject={"reference": "Patient/p7"})), source="elsewhere")
    assert (counted(done), done.people) == ({"clash": 2}, {"doubtful": 1})
    assert all("birth date" in words for words in reasons(done, "clash"))


def test_the_same_source_cannot_give_an_id_to_another_person(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient()))
    done = sent(
        tmp_path, lines(patient(identifier=[{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000026"}]))
    )
    assert counted(done) == {"clash": 1}
    assert "another NHS number" in reasons(done, "clash")[0]


def test_references_inside_a_bundle_are_resolved(tmp_path: Path) -> None:
    visit = {"resourceType": "Encounter", "id": "e1", "status": "finished", "class": {"code": "AMB"}}
    seen = observation(subject={"reference": "urn:uuid:p1"}, encounter={"reference": "urn:uuid:e1"})
    done = sent(tmp_path, bundle(patient(), visit, seen), name="sent.json")
    assert counted(done) == {"applied": 3}
    row = kept()["Observation", "o1"]
    assert json.loads(row.body)["encounter"] == {"reference": "Encounter/e1"}
    assert row.refs == [item_id(SOURCE, "Encounter", "e1")]
    assert kept()["Encounter", "e1"].person_id == row.person_id, "what names nobody belongs to the bundle's one person"


def test_a_delete_is_not_taken_and_says_so(tmp_path: Path) -> None:
    done = sent(tmp_path, bundle(patient(), method="DELETE"), name="sent.json")
    assert reasons(done, "rejected") == [
        "'Bundle.entry[0].request.method' is DELETE. Only POST and PUT are taken by an import."
    ]


@pytest.mark.parametrize(
    ("broken", "element"),
    [
        ('{"resourceType": "Observation", "id": "x"', "not JSON"),
        ("not json at all", "not JSON"),
        (json.dumps(observation(status="guessed")), "'Observation.status' is 'guessed'"),
        (json.dumps(observation(colour="red")), "'Observation.colour'"),
        (json.dumps(observation(effectiveDateTime="2026-02-30")), "'Observation.effectiveDateTime' is '2026-02-30'"),
        (json.dumps({k: v for k, v in observation().items() if k != "code"}), "'Observation.code'"),
        (json.dumps(observation(subject=[1])), "'Observation.subject"),
        ('{"resourceType": "Teapot"}', "'resourceType' must name"),
        (json.dumps(observation("x", subject={"reference": "Patient/nobody"})), "says who that is"),
    ],
)
def test_what_is_broken_is_refused_with_the_element_named(tmp_path: Path, broken: str, element: str) -> None:
    done = sent(tmp_path, lines(patient(), broken, observation()))
    assert counted(done) == {"applied": 2, "rejected": 1}
    assert element in reasons(done, "rejected")[0]


def test_what_is_odd_is_kept_and_marked(tmp_path: Path) -> None:
    wrong = patient(identifier=[{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000019"}])
    later = observation(effectiveDateTime="2027-06-01")
    dangling = observation("o2", encounter={"reference": "Encounter/never-sent"})
    done = sent(tmp_path, lines(wrong, later, dangling))
    assert counted(done) == {"applied": 3}
    flags = {key[1]: " ".join(each.flags or ()) for key, each in kept().items()}
    assert "'Patient.identifier[0].value' is '9990000019'" in flags["p1"]
    assert "in the future" in flags["o1"]
    assert "nobody has sent" in flags["o2"]


def test_another_place_refuses_what_this_one_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from homeward.grammar.api import load
    from homeward.records.actions.imports import check, read, retry

    town = load("tests.places.millbrook")
    for module in (check, read, retry):
        monkeypatch.setattr(module, "place", lambda: town)
    wrong = patient(identifier=[{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000019"}])
    done = sent(tmp_path, lines(wrong, observation(encounter={"reference": "Encounter/x"})), source="gossip")
    assert counted(done) == {"rejected": 2}
    assert any("not an NHS number" in words for words in reasons(done, "rejected"))
    assert any("nobody has sent" in words for words in reasons(done, "rejected"))


def test_rejects_are_tried_again_when_the_person_is_known(tmp_path: Path) -> None:
    first = sent(tmp_path, lines(observation(), observation("o2")))
    assert counted(first) == {"rejected": 2}
    sent(tmp_path, lines(patient()), name="later.ndjson")
    assert retry_import(run_id=first.id, by=importer(), at=AT) == 2
    assert counted(run(first.id, by=importer(), at=AT)) == {"applied": 2}


def test_what_changed_between_dry_run_and_applying_goes_back_to_review(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient(), observation()))
    dry = sent(tmp_path, lines(observation(note=[{"text": "one"}])), name="dry.ndjson", dry_run=True)
    assert counted(dry) == {"changed": 1}
    sent(tmp_path, lines(observation(note=[{"text": "other"}])), name="quick.ndjson")
    apply_import(run_id=dry.id, by=importer(), at=AT)
    done = run(dry.id, by=importer(), at=AT)
    assert counted(done) == {"clash": 1}
    assert "version 2 stands now" in reasons(done, "clash")[0]
    assert "other" in kept()["Observation", "o1"].body
    (row,) = run_rows(dry.id, state="clash", by=importer(), at=AT)
    accept_row(row_id=row.id, run_id=dry.id, by=importer(), at=AT)
    assert "one" in kept()["Observation", "o1"].body
    assert reasons(run(dry.id, by=importer(), at=AT), "applied") == [f"{importer().name} took what came over version 2."]


def test_what_still_comes_in_says_from_when_it_may_bear_its_moments() -> None:
    """What is applied bears the moment at which applying it began, however long it takes."""
    assert coming_in_since() is None

    def coming(state: str, **moments: datetime) -> None:
        Run.objects.create(id=uuid4(), source=SOURCE, state=state, dry_run=False, by_name="a", **moments)

    coming("applied", started_at=AT - timedelta(days=9))
    coming("checked", started_at=AT - timedelta(days=8))  # a dry run that waits: what it brings bears a later moment
    assert coming_in_since() is None
    coming("applying", started_at=AT - timedelta(days=7), checked_at=AT - timedelta(hours=2))
    coming("reading", started_at=AT)
    assert coming_in_since() == AT - timedelta(hours=2)


def test_of_what_comes_twice_in_one_delivery_the_last_stands(tmp_path: Path) -> None:
    done = sent(tmp_path, lines(patient(), observation(), observation(note=[{"text": "later"}])))
    assert counted(done) == {"applied": 2, "same": 1}
    assert "later" in kept()["Observation", "o1"].body


def test_two_patients_of_one_person_in_one_delivery_are_one(tmp_path: Path) -> None:
    done = sent(tmp_path, lines(patient("p1"), patient("p2"), observation("o2", subject={"reference": "Patient/p2"})))
    assert (counted(done), done.people) == ({"applied": 3}, {"registered": 1, "number": 1})
    assert len({each.person_id for each in kept().values()}) == 1


def test_a_table_with_a_declared_mapping(tmp_path: Path) -> None:
    people = "patient_id,nhs_number,family_name,given_name,birth_date,sex,postcode\np1,9990000018,Khan,Amina,03/05/1941,female,B29 6JF\np2,,Lee,Bo,1950-01-31,male,\n"
    values = "measurement_id,patient_id,snomed_code,term,measured_at,value,unit\nm1,p1,27113001,Body weight,01/11/2026,70.50,kg\nm2,p1,27113001,Body weight,31/02/2026,71,kg\nm3,p1\n"
    (tmp_path / "people.csv").write_text(people)
    (tmp_path / "values.csv").write_text(values)
    done = delivered(tmp_path)
    assert counted(done) == {"applied": 3, "rejected": 2}
    assert '"value":70.50' in kept()["Observation", "m1"].body
    wrong = sent(tmp_path, "colour,size\nred,3\n", name="odd.csv")
    assert wrong.files[0].refused.startswith("No table with these columns is declared: colour, size")


def test_an_number_alone_finds_its_holder_and_is_marked(tmp_path: Path) -> None:
    sent(tmp_path, lines(patient()))
    pointer = {
        "resourceType": "DocumentReference", "id": "d1", "status": "current", "content": [{"attachment": {"title": "Letter"}}],
        "subject": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}},
    }  # fmt: skip
    done = sent(
        tmp_path,
        lines(
            pointer,
            pointer
            | {
                "id": "d2",
                "subject": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000026"}},
            },
        ),
        source="locator",
    )
    assert counted(done) == {"applied": 1, "rejected": 1}
    assert "only an NHS number" in " ".join(kept()["DocumentReference", "d1"].flags or ())


@pytest.mark.hazard(
    "HZ-S31-4",
    hazard="Something about a person that names nobody is kept as about nobody, and anyone can read it.",
    control="Only kinds that are about nobody by nature are open; anything else without a person bears a mark that only the house may see.",
)
def test_what_should_be_about_somebody_and_is_not_is_closed(tmp_path: Path) -> None:
    from homeward.access.api import may_see
    from homeward.directory.api import place
    from tests.plumbing.people_at_work import staff

    ward = {"resourceType": "Location", "id": "l1", "name": "Ward 4"}
    basic = {"resourceType": "Basic", "id": "b1", "code": {"text": "Something"}}
    assert counted(sent(tmp_path, lines(ward, basic))) == {"applied": 2}
    here = kept()
    assert (here["Location", "l1"].sensitivity, here["Basic", "b1"].sensitivity) == ("", "unattributed")
    assert not may_see(staff(role="gp", organisation=place().card.owner), "unattributed")


def test_rows_are_listed_by_state(tmp_path: Path) -> None:
    done = sent(tmp_path, lines(patient(), "nonsense", observation()))
    assert [row.place for row in run_rows(done.id, by=importer(), at=AT)] == [1, 2, 3]
    assert [row.kind for row in run_rows(done.id, state="applied", after=0, limit=1, by=importer(), at=AT)] == [
        "Patient"
    ]
