"""Is a bundle taken apart the same however it is written and however little of it is held at once?"""

import gzip
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from homeward.records.actions.imports import read
from homeward.records.actions.imports.files import Found, resources
from homeward.records.models import RunFile
from homeward.records.rules.bundles import NotABundle, contents_of
from homeward.records.tests.delivering import bundle, counted, in_bundle, kept, observation, patient, reasons, sent

TRICKY = [
    patient(name=[{"family": 'Khan "of the {hill]', "given": ["A\\", '\\"', "é"]}]),
    observation(note=[{"text": '"entry": [{'}]),
    observation("o2", subject={"reference": "urn:uuid:p1"}, component=[]),
]


def cut(body: str | bytes, **more: int) -> list[tuple[str, str, Any]]:
    found = in_bundle(body if isinstance(body, bytes) else body.encode(), **more)
    return [(each.kind, each.source_id, json.loads(each.text)) for each in found]


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 64, 1 << 20])
@pytest.mark.parametrize("indent", [None, 2])
def test_where_it_is_parted_while_it_is_read_changes_nothing(chunk: int, indent: int | None) -> None:
    tree = json.loads(bundle(*TRICKY)) | {"link": [{"relation": "self", "url": "[{"}], "id": "entry"}
    found = cut(json.dumps(tree, indent=indent), chunk=chunk)
    pointed = {**TRICKY[2], "subject": {"reference": "Patient/p1"}}
    assert found == [("Patient", "p1", TRICKY[0]), ("Observation", "o1", TRICKY[1]), ("Observation", "o2", pointed)]


def test_what_names_the_entries_may_stand_after_them() -> None:
    tree = json.loads(bundle(*TRICKY))
    turned = dict(reversed(tree.items()))
    assert cut(json.dumps(turned)) == cut(json.dumps(tree))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{"resourceType":"Bundle","entry":[{}],"entry":[{}]}', "twice"),
        ('{"resourceType":"Bundle","\\u0065ntry":[{}]}', "escapes"),
        ('{"resourceType":"Bundle","entry":[1]}', "'Bundle.entry[0]'"),
        ('{"resourceType":"Bundle","entry":[[{}]]}', "'Bundle.entry[0]'"),
        ('{"resourceType":"Bundle","entry":[{"resource":{"a" 1}}]}', "'Bundle.entry[0]' cannot be read"),
        ('{"resourceType":"Bundle","entry":[{},{"fullUrl":7}]}', "'Bundle.entry[1].fullUrl'"),
        ('{"resourceType":"Bundle","id":"' + "x" * 2_000_000 + '","entry":[]}', "longer than 1 MB"),
    ],
)
def test_what_cannot_be_taken_apart_is_said(body: str, words: str) -> None:
    with pytest.raises(NotABundle) as refused:
        contents_of(io.BytesIO(body.encode()), longest=1_000_000)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [
        '{"resourceType":"Bundle","entry":[{"resource":{}},]}',
        '{"resourceType":"Bundle","entry":[{"resource":{"a":]}}]}',
        '{"resourceType":"Bundle","entry":[' + "[" * 5000 + "]" * 5000 + "]}",
        '{"resourceType":"Bundle","entry":[{}]}}',
        '"a text that never ends',
        "",
    ],
)
def test_what_is_no_json_is_no_bundle(body: str) -> None:
    assert contents_of(io.BytesIO(body.encode()), longest=1_000_000).kind == ""


def test_one_entry_too_long_is_passed_over_and_the_others_come() -> None:
    long = observation("long", note=[{"text": "x" * 50_000}])
    found = in_bundle(bundle(patient(), long, observation()).encode(), longest=10_000, chunk=1000)
    assert [each.source_id for each in found if not each.why_not] == ["p1", "o1"]
    assert found[1].why_not.startswith("'Bundle.entry[1]' is longer than")


def a_long_bundle(path: Path, *, entries: int) -> Path:
    with gzip.open(path, "wt", compresslevel=1) as file:
        file.write('{"resourceType": "Bundle", "type": "collection", "entry": [')
        for number in range(entries):
            told = observation(f"o{number}", note=[{"text": "As the nurse wrote it. " * 80}])
            file.write((",\n" if number else "\n") + json.dumps({"resource": told}))
        file.write("]}")
    return path


def coming(path: Path, **more: Any) -> Iterator[Found]:
    return resources(path, "json", read_to=0, tables=(), **{"places": 0, **more})


def test_a_long_bundle_is_never_held_whole(tmp_path: Path) -> None:
    path, size = a_long_bundle(tmp_path / "long.json.gz", entries=12_000), 0
    tracemalloc.start()
    for each in coming(path):
        size += len(each.text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 20_000_000
    assert most < 8_000_000


def test_it_goes_on_after_the_entries_that_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "sent.json"
    path.write_text(bundle(*TRICKY))
    every = list(coming(path))
    assert [each.after for each in every] == sorted({each.after for each in every})
    assert list(coming(path, places=2)) == every[2:]


@pytest.mark.django_db
def test_a_delivery_cut_off_within_a_bundle_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "BATCH", 2)
    keep, told = read._keep, bundle(patient(), *(observation(f"o{number}") for number in range(9)))

    def power_goes(file: RunFile, *rest: Any, **more: Any) -> None:
        keep(file, *rest, **more)
        if file.places == 6:
            raise KeyboardInterrupt

    with monkeypatch.context() as once, pytest.raises(KeyboardInterrupt):
        once.setattr(read, "_keep", power_goes)
        sent(tmp_path, told, name="sent.json")
    from homeward.records.api import importer, resume_import, run, runs
    from homeward.records.tests.arranging import AT

    (stopped,) = runs(by=importer(), at=AT)
    resume_import(run_id=stopped.id, by=importer(), at=AT)
    assert counted(run(stopped.id, by=importer(), at=AT)) == {"applied": 10}
    assert len(kept()) == 10


@pytest.mark.django_db
def test_a_bundle_that_breaks_off_is_refused_with_its_reason(tmp_path: Path) -> None:
    done = sent(tmp_path, bundle(patient(), observation())[:-30], name="sent.json")
    assert counted(done) == {"rejected": 1}
    assert "not JSON" in reasons(done, "rejected")[0]
