"""By which codes do devices and partners' systems send the signs of NEWS2? LOINC and SNOMED CT name the same thing twice."""

from homeward.grammar.api import Sign

LOINC, SNOMED = "http://loinc.org", "http://snomed.info/sct"


def _sign(column: str, *, loinc: tuple[str, ...] = (), snomed: tuple[str, ...] = (), answers: tuple[tuple[str, str], ...] = ()) -> Sign:
    codes = (*(f"{LOINC}|{each}" for each in loinc), *(f"{SNOMED}|{each}" for each in snomed))
    return Sign(column=column, codes=codes, answers=tuple((f"{SNOMED}|{code}", value) for code, value in answers))


SIGNS = (
    _sign("respiratory_rate", loinc=("9279-1",), snomed=("86290005", "271625008")),
    _sign("spo2", loinc=("2708-6", "59408-5"), snomed=("103228002", "431314004")),
    _sign("systolic_bp", loinc=("8480-6",), snomed=("271649006", "72313002")),
    _sign("heart_rate", loinc=("8867-4",), snomed=("364075005", "78564009")),
    _sign("temperature", loinc=("8310-5",), snomed=("386725007", "276885007")),
    _sign("supplemental_oxygen", snomed=("250774007",), answers=(("722742002", "0"), ("371825009", "1"))),
    _sign(
        "consciousness", loinc=("67775-7",), snomed=("1104441000000107",),
        answers=(("248234008", "A"), ("130987000", "C"), ("300202002", "V"), ("450847001", "P"), ("422768004", "U")),
    ),
)  # fmt: skip
