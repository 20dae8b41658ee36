"""Which measurements are shown as small pictures on a person's page? LOINC and SNOMED CT name the same thing twice."""

from homeward.grammar.api import Trend
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING


def _trend(code: str, title: str, unit: str, order: int, *codes: str) -> Trend:
    return Trend(code=code, title=title, codes=codes, unit=unit, order=order, owner=BOARD, review_by=SPRING)


TRENDS = (
    _trend("news2", "NEWS2 total", "", 10, "1104051000000101"),
    _trend("respiratory-rate", "Breaths", "a minute", 20, "9279-1", "86290005", "271625008"),
    _trend("oxygen", "Oxygen saturation", "%", 30, "2708-6", "59408-5", "103228002", "431314004"),
    _trend("systolic", "Blood pressure, upper", "mmHg", 40, "8480-6", "271649006", "72313002"),
    _trend("diastolic", "Blood pressure, lower", "mmHg", 41, "8462-4", "271650006", "1091811000000102"),
    _trend("pulse", "Pulse", "a minute", 50, "8867-4", "364075005", "78564009"),
    _trend("temperature", "Temperature", "°C", 60, "8310-5", "386725007", "276885007"),
    _trend("weight", "Weight", "kg", 70, "29463-7", "27113001"),
    _trend("hba1c", "HbA1c", "mmol/mol", 80, "59261-8", "999791000000106"),
    _trend("egfr", "Kidney function (eGFR)", "ml/min/1.73m²", 90, "33914-3", "62238-1", "80274001"),
    _trend("glucose", "Blood glucose", "mmol/l", 100, "15074-8", "997671000000106"),
)
