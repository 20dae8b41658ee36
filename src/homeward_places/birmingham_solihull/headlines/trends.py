"""Which measurements are shown as small pictures on a person's page? LOINC and SNOMED CT name the same thing twice."""

from homeward.grammar.api import Trend
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"
BLOOD_PRESSURE = (f"{LOINC}|85354-9", f"{LOINC}|55284-4", f"{SNOMED}|75367002")


def _trend(
    code: str, title: str, unit: str, order: int, *, loinc: tuple[str, ...] = (), snomed: tuple[str, ...] = (), within: tuple[str, ...] = (),
    score: str = "", made_up: tuple[float, float] = (0, 0),
) -> Trend:
    codes = (*(f"{LOINC}|{each}" for each in loinc), *(f"{SNOMED}|{each}" for each in snomed))
    return Trend(code=code, title=title, codes=codes, unit=unit, within=within, score=score, made_up=made_up, order=order,
                 owner=BOARD, review_by=SPRING)


TRENDS = (
    _trend("news2", "NEWS2 total", "", 10, snomed=("1104051000000101",), score="news2", made_up=(0, 6)),
    _trend("respiratory-rate", "Breaths", "a minute", 20, loinc=("9279-1",), snomed=("86290005", "271625008"), made_up=(14, 24)),
    _trend("oxygen", "Oxygen saturation", "%", 30, loinc=("2708-6", "59408-5"), snomed=("103228002", "431314004"), made_up=(90, 98)),
    _trend(
        "systolic", "Blood pressure, upper", "mmHg", 40,
        loinc=("8480-6",), snomed=("271649006", "72313002"), within=BLOOD_PRESSURE, made_up=(108, 162),
    ),
    _trend(
        "diastolic", "Blood pressure, lower", "mmHg", 41,
        loinc=("8462-4",), snomed=("271650006", "1091811000000102"), within=BLOOD_PRESSURE, made_up=(62, 94),
    ),
    _trend("pulse", "Pulse", "a minute", 50, loinc=("8867-4",), snomed=("364075005", "78564009"), made_up=(60, 110)),
    _trend("temperature", "Temperature", "°C", 60, loinc=("8310-5",), snomed=("386725007", "276885007"), made_up=(36.2, 38.4)),
    _trend("weight", "Weight", "kg", 70, loinc=("29463-7",), snomed=("27113001",), made_up=(52, 88)),
    _trend("hba1c", "HbA1c", "mmol/mol", 80, loinc=("59261-8",), snomed=("999791000000106",)),
    _trend("egfr", "Kidney function (eGFR)", "ml/min/1.73m²", 90, loinc=("33914-3", "62238-1"), snomed=("80274001",), made_up=(32, 74)),
    _trend("glucose", "Blood glucose", "mmol/l", 100, loinc=("15074-8",), snomed=("997671000000106",)),
)  # fmt: skip
