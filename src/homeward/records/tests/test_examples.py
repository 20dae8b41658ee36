"""Does every well-formed resource that others published come in, about the right person, and come back equal?"""

import gzip
import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from homeward.foundation.r4.issues import Resource
from homeward.foundation.r4.validate import examine, validate
from homeward.records.api import importer, run_rows
from homeward.records.rules.whose import whose
from homeward.records.tests.arranging import AT
from homeward.records.tests.delivering import counted, delivered, in_bundle, kept, lines, patient, reasons

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("HOMEWARD_EXAMPLES" not in os.environ, reason="HOMEWARD_EXAMPLES names no folder of examples"),
]
# About somebody named only by a urn or a number of another system: they wait until somebody says who that is.
STRANGERS = {
    "Claim-100154.json", "Extension-UKCore-MedicationChangeSummary-Example.json", "UKCore-Composition-Discharge-Example.json",
}  # fmt: skip
EXAMPLES = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere"))
# What is not well-formed there: two types of one value, an object for a list. They are refused with the element named.
MALFORMED = {
    "Extension-UKCore-ConditionEpisode-Example.json",
    "NRLF-RecordCategory-ValueSet.json",
    "NRLF-RecordType-ValueSet.json",
}


def meant(text: str | bytes) -> Any:
    """The JSON value, every digit of a number kept."""
    return json.loads(text, parse_float=Decimal)


def documents(folder: str) -> list[Path]:
    return sorted(EXAMPLES.joinpath(folder).rglob("*.json"))


def sent_by(path: Path) -> Iterator[bytes]:
    """The resources of a file, as they should come back."""
    body = path.read_bytes()
    if json.loads(body)["resourceType"] == "Bundle":
        yield from (each.text for each in in_bundle(body) if not each.why_not)
    else:
        yield body.strip()


def people_spoken_of(paths: list[Path]) -> str:
    """Patients for all who are spoken of and never sent, each another person."""
    keys: set[str] = set()
    sent: set[str] = set()
    for path in paths:
        for text in sent_by(path):
            tree, _ = examine(text)
            if tree:
                about = whose(tree, source_id=str(tree.get("id")), text="")
                (sent if tree["resourceType"] == "Patient" else keys).add(about.key)
    wanted = sorted(key.partition("/")[2] for key in keys - sent if key.startswith("Patient/"))
    return lines(
        *(
            patient(id, identifier=[{"system": "urn:spoken", "value": id}], name=[{"family": f"Spoken{number}"}])
            for number, id in enumerate(wanted)
        )
    )


@pytest.mark.parametrize("folder", ["ukcore", "hl7-r4", "advance-care-plan", "nrl"])
def test_published_examples_come_in_and_come_back_equal(folder: str, tmp_path: Path) -> None:
    paths = documents(folder)
    (tmp_path / "people.ndjson").write_text(people_spoken_of(paths))
    done = delivered(
        *([tmp_path / "people.ndjson"] if (tmp_path / "people.ndjson").stat().st_size else []), *paths, source=folder
    )
    rows = [row for row in run_rows(done.id, limit=10_000, by=importer(), at=AT) if row.state in ("rejected", "clash")]
    rows = [
        row for row in rows if "Bundle.entry" not in row.reasons[0]
    ]  # a request to read, or an answer: nothing to take
    assert {row.file for row in rows} <= MALFORMED | STRANGERS, [(row.file, row.reasons) for row in rows]
    assert all("'" in " ".join(row.reasons) for row in rows if row.file in MALFORMED), "the element is named"
    assert not any(each.refused for each in done.files)
    here = {(each.kind, each.source_id): each.body for each in kept().values()}
    last: dict[tuple[str, str], Any] = {}
    for path in paths:
        if path.name not in MALFORMED | STRANGERS:
            last |= {(tree["resourceType"], tree["id"]): tree for tree in map(meant, sent_by(path)) if "id" in tree}

    for key, tree in last.items():
        assert meant(here[key]) == tree, key


def test_a_bulk_export_comes_in_whole(tmp_path: Path) -> None:
    folder = EXAMPLES / "synthea" / "bulk-10"
    done = delivered(folder, source="bulk")
    texts = [
        line.strip()
        for path in sorted(folder.glob("*.ndjson.gz"))
        if "log" not in path.name
        for line in gzip.open(path)
    ]
    assert counted(done) == {"applied": len(texts)}
    here = {(each.kind, each.source_id): each.body for each in kept().values()}
    for text in texts:
        tree = json.loads(text)
        assert here[tree["resourceType"], tree["id"]] == text.decode()
    assert counted(delivered(folder, source="bulk")) == {"same": len(texts)}


def test_transaction_bundles_of_whole_lives_come_in() -> None:
    paths = sorted((EXAMPLES / "synthea" / "bundles").glob("*.json.gz"))[:4]
    done = delivered(*paths, source="lives")
    expected = sum(len(in_bundle(gzip.open(path).read())) for path in paths)
    assert counted(done)["applied"] + counted(done).get("same", 0) == expected, reasons(done, "rejected")[:5]
    here = kept()
    for path in paths:
        found = in_bundle(gzip.open(path).read())
        person = {here["Patient", each.source_id].person_id for each in found if each.kind == "Patient"}
        assert {here[each.kind, each.source_id].person_id for each in found} <= person | {None}
        assert meant(here[found[-1].kind, found[-1].source_id].body) == meant(found[-1].text)


def test_messages_between_organisations_come_in() -> None:
    bodies = {path: path.read_bytes() for path in sorted(EXAMPLES.joinpath("bars").rglob("*.json"))}
    paths = [
        path
        for path, body in bodies.items()
        if b'"message"' in body and isinstance(validate(body, expected="Bundle"), Resource)
    ]
    assert paths
    for path in paths[:6]:
        done = delivered(path, source=path.stem)
        assert done.counts["applied"] > 0, reasons(done, "rejected")
        assert all(words for words in reasons(done, "clash") + reasons(done, "rejected"))
