"""How do tests send a delivery, and what became of it?"""

import io
import json
from pathlib import Path
from typing import Any

from homeward.access.api import gate
from homeward.records.api import ImportRun, importer, run, run_rows, start_import
from homeward.records.models import Item
from homeward.records.rules.bundles import Entry, contents_of, entries
from homeward.records.tests.arranging import AT, SOURCE


def patient(id: str = "p1", **changes: Any) -> dict[str, Any]:
    told = {
        "resourceType": "Patient", "id": id,
        "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}],
        "name": [{"family": "Khan", "given": ["Amina"]}], "gender": "female", "birthDate": "1941-05-03",
        "address": [{"line": ["12 Made Up Road"], "postalCode": "B29 6JF"}],
    }  # fmt: skip
    return {**told, **changes}


def observation(id: str = "o1", **changes: Any) -> dict[str, Any]:
    told = {
        "resourceType": "Observation", "id": id, "status": "final", "code": {"text": "Weight"},
        "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "2026-11-01", "valueQuantity": {"value": 70.5, "unit": "kg"},
    }  # fmt: skip
    return {**told, **changes}


def bundle(*resources: dict[str, Any], type: str = "transaction", method: str = "POST") -> str:
    entries = [
        {
            "fullUrl": f"urn:uuid:{each['id']}",
            "resource": each,
            "request": {"method": method, "url": each["resourceType"]},
        }
        for each in resources
    ]
    return json.dumps({"resourceType": "Bundle", "type": type, "entry": entries})


def in_bundle(body: bytes, *, longest: int = 10_000_000, chunk: int = 1 << 20) -> list[Entry]:
    """The entries of a bundle, as an import takes it apart."""
    contents = contents_of(io.BytesIO(body), longest=longest, chunk=chunk)
    return [*entries(io.BytesIO(body), contents, longest=longest, chunk=chunk)]


def lines(*resources: dict[str, Any] | str) -> str:
    return "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in resources)


def sent(folder: Path, text: str | bytes, name: str = "sent.ndjson", **more: Any) -> ImportRun:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return delivered(path, **more)


def delivered(*paths: Path, dry_run: bool = False, source: str = SOURCE) -> ImportRun:
    by = importer()
    return run(start_import(files=paths, source=source, by=by, at=AT, dry_run=dry_run), by=by, at=AT)


def counted(done: ImportRun) -> dict[str, int]:
    return {state: count for state, count in done.counts.items() if count}


def reasons(done: ImportRun, state: str) -> list[str]:
    return [" ".join(row.reasons) for row in run_rows(done.id, state=state, limit=10_000, by=importer(), at=AT)]


def kept() -> dict[tuple[str, str], Item]:
    """Everything that is kept, by kind and source id."""
    with gate.job("demo", at=AT):
        return {(each.kind, each.source_id): each for each in Item.objects.all()}
