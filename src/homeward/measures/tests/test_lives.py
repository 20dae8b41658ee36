"""Are the synthetic lives that others published, imported as records, measured as one counts them from the files themselves?"""

import gzip
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from homeward.directory import api as directory
from homeward.measures.actions.compile_measures import sql_of
from homeward.measures.actions.write_lake import refresh_lake
from homeward.measures.queries.lake import opened
from homeward.records.tests.arranging import AT
from homeward.records.tests.delivering import counted, delivered

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("HOMEWARD_EXAMPLES" not in os.environ, reason="HOMEWARD_EXAMPLES names no folder of examples"),
]
FOLDER = Path(os.environ.get("HOMEWARD_EXAMPLES", "/nowhere")) / "synthea" / "bundles"
COUNTED_AT = datetime(2020, 12, 31, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
Life = Sequence[Mapping[str, Any]]


@pytest.fixture(autouse=True)
def own_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("homeward.measures.catalogue.data_folder", lambda: tmp_path)
    yield


def test_lives_are_measured_as_counted_by_hand() -> None:
    """The eight oldest who are alive: a death that a partner tells waits for a colleague, and until then nobody is dead here."""
    every = {path: life_in(path) for path in FOLDER.glob("*.json.gz")}
    paths = sorted(
        (path for path, life in every.items() if reaches(life) >= 0), key=lambda path: -reaches(every[path])
    )[:8]
    lives = [every[path] for path in paths]
    assert set(counted(delivered(*paths, source="lives"))) <= {"applied", "same"}
    catalogue = refresh_lake(at=AT, everything=True)
    assert catalogue is not None
    expected = {
        "hypertension-found": Counter(filter(None, map(found, lives))),
        "blood-pressure-to-target": Counter(filter(None, map(treated, lives))),
        "adults-who-smoke": Counter(filter(None, map(smokes, lives))),
        "flu-vaccination-65": Counter(filter(None, map(flu, lives))),
        "pneumococcal-vaccination-65": Counter(filter(None, map(pneumococcal, lives))),
        "high-intensity-five-a-year": Counter(filter(None, map(often, lives))),
    }
    with opened(catalogue) as lake:
        for code, hand in expected.items():
            query = sql_of(directory.place().measures[code], COUNTED_AT)
            rows = lake.execute(f"select status, count(*) from ({query}) group by all").fetchall()
            assert dict(rows) == dict(hand), code
    assert sum(expected["blood-pressure-to-target"].values()) > 0
    assert expected["flu-vaccination-65"]["met"] + expected["flu-vaccination-65"]["not_met"] > 0


def life_in(path: Path) -> Life:
    return [entry["resource"] for entry in json.loads(gzip.open(path).read())["entry"]]


def reaches(life: Life) -> int:
    """The age reached in the year of counting; none for the dead."""
    (person,) = (each for each in life if each["resourceType"] == "Patient")
    return -1 if "deceasedDateTime" in person else COUNTED_AT.year - date.fromisoformat(person["birthDate"]).year


def told(life: Life, kind: str, element: str, codes: set[str]) -> list[Mapping[str, Any]]:
    return [
        each
        for each in life
        if each["resourceType"] == kind and each[element]["coding"][0]["code"] in codes
    ]  # fmt: skip


def when(each: Mapping[str, Any], element: str) -> datetime:
    return datetime.fromisoformat(each[element])


def diagnosed(life: Life) -> bool:
    has = told(life, "Condition", "code", {"38341003", "59621000"})
    return any(each["clinicalStatus"]["coding"][0]["code"] == "active" for each in has)


def pressure(life: Life) -> tuple[float, float] | None:
    taken = [each for each in told(life, "Observation", "code", {"55284-4", "85354-9"})]
    lately = [each for each in taken if COUNTED_AT - YEAR < when(each, "effectiveDateTime") <= COUNTED_AT]
    if not lately:
        return None
    parts = max(lately, key=lambda each: when(each, "effectiveDateTime"))["component"]
    found = {each["code"]["coding"][0]["code"]: each["valueQuantity"]["value"] for each in parts}
    return found["8480-6"], found["8462-4"]


def found(life: Life) -> str:
    last = pressure(life)
    if reaches(life) < 18:
        return ""
    return "met" if diagnosed(life) else "not_met" if last and (last[0] >= 140 or last[1] >= 90) else ""


def treated(life: Life) -> str:
    last = pressure(life)
    if reaches(life) < 18 or not diagnosed(life):
        return ""
    return "met" if last and last[0] <= (150 if reaches(life) >= 80 else 140) and last[1] <= 90 else "not_met"


def smokes(life: Life) -> str:
    said = [
        each for each in told(life, "Observation", "code", {"72166-2"}) if when(each, "effectiveDateTime") <= COUNTED_AT
    ]
    if reaches(life) < 18:
        return ""
    if not said:
        return "excluded"
    last = max(said, key=lambda each: when(each, "effectiveDateTime"))["valueCodeableConcept"]["coding"][0]["code"]
    return "met" if last in ("449868002", "428041000124106") else "not_met"


def flu(life: Life) -> str:
    given = [when(each, "occurrenceDateTime") for each in told(life, "Immunization", "vaccineCode", {"140"})]
    season = datetime(2020, 8, 31, 23, tzinfo=UTC)
    return "" if reaches(life) < 65 else "met" if any(season <= each <= COUNTED_AT for each in given) else "not_met"


def pneumococcal(life: Life) -> str:
    given = told(life, "Immunization", "vaccineCode", {"33", "133"})
    ever = any(when(each, "occurrenceDateTime") <= COUNTED_AT for each in given)
    return "" if reaches(life) < 65 else "met" if ever else "not_met"


def often(life: Life) -> str:
    came: dict[str, int] = defaultdict(int)
    for each in life:
        if each["resourceType"] == "Encounter" and each["class"]["code"] == "EMER":
            came["year"] += COUNTED_AT - YEAR < when(each["period"], "start") <= COUNTED_AT
    (person,) = (each for each in life if each["resourceType"] == "Patient")
    of_age = COUNTED_AT.year - date.fromisoformat(person["birthDate"]).year >= 18
    return "" if not of_age or not came["year"] else "met" if came["year"] >= 5 else "not_met"
