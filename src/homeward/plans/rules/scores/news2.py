"""How ill is this person by the National Early Warning Score?

Royal College of Physicians, National Early Warning Score (NEWS) 2, December 2017. SpO2 scale 2 is for people whose
clinician has set a target of 88 to 92%. New confusion counts 3, as do voice, pain and unresponsive.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent, band, summed

COLUMNS = (
    "respiratory_rate", "spo2", "spo2_scale", "supplemental_oxygen", "systolic_bp", "heart_rate", "consciousness", "temperature",
)  # fmt: skip
RESPIRATORY_RATE = ((8, 3), (11, 1), (20, 0), (24, 2))
SPO2_SCALE_1 = ((91, 3), (93, 2), (95, 1))
SPO2_SCALE_2 = ((83, 3), (85, 2), (87, 1), (92, 0))
SPO2_SCALE_2_ON_OXYGEN = (*SPO2_SCALE_2, (94, 1), (96, 2))
SYSTOLIC_BP = ((90, 3), (100, 2), (110, 1), (219, 0))
HEART_RATE = ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2))
TEMPERATURE = ((35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1))
RESPONSES = {
    "low": "Low: seen by a registered nurse or the visiting clinician, who decides how often to look again.",
    "low-medium": "Low to medium: one sign alone scores 3. An urgent look by a clinician who decides whether to step up.",
    "medium": "Medium: an urgent look by a clinician skilled in acute illness; at least hourly observation.",
    "high": "High: an emergency. A team with critical care skills now; continuous observation.",
}


def work_out(parts: Parts) -> Scored:
    """Points for each sign that was taken; a total only when every sign was."""
    points = {
        "respiratory_rate": _banded(parts, "respiratory_rate", RESPIRATORY_RATE, 3),
        "spo2": _spo2(parts),
        "supplemental_oxygen": _oxygen(parts),
        "systolic_bp": _banded(parts, "systolic_bp", SYSTOLIC_BP, 3),
        "heart_rate": _banded(parts, "heart_rate", HEART_RATE, 3),
        "consciousness": _consciousness(parts),
        "temperature": _banded(parts, "temperature", TEMPERATURE, 2),
    }
    missing = absent(parts, COLUMNS)
    total = summed(points, missing=missing)
    floor = _response(sum(each or 0 for each in points.values()), max(each or 0 for each in points.values()))
    response = "" if total is None else floor
    return Scored(
        points=points, total=total, response=response, words=RESPONSES.get(response, ""), missing=missing,
        at_least="" if floor == "low" else floor,
    )  # fmt: skip


def _banded(parts: Parts, column: str, bands: tuple[tuple[float, int], ...], above: int) -> int | None:
    value = parts.get(column)
    return band(value, bands, above) if isinstance(value, (int, float)) else None


def _spo2(parts: Parts) -> int | None:
    """Scale 2 scores too much oxygen as well, so above its target it cannot be known without the oxygen."""
    value, scale, oxygen = parts.get("spo2"), parts.get("spo2_scale"), parts.get("supplemental_oxygen")
    if not isinstance(value, (int, float)) or scale not in ("1", "2"):
        return None
    if scale == "1":
        return band(value, SPO2_SCALE_1, 0)
    if value <= 92:
        return band(value, SPO2_SCALE_2, 0)
    if oxygen not in ("0", "1"):
        return None
    return band(value, SPO2_SCALE_2_ON_OXYGEN, 3) if oxygen == "1" else 0


def _oxygen(parts: Parts) -> int | None:
    return {"1": 2, "0": 0}.get(str(parts.get("supplemental_oxygen")))


def _consciousness(parts: Parts) -> int | None:
    letter = parts.get("consciousness")
    return None if letter in (None, "") else 0 if letter == "A" else 3


def _response(total: int, highest: int) -> str:
    if total >= 7:
        return "high"
    if total >= 5:
        return "medium"
    return "low-medium" if highest == 3 else "low"


NEWS2 = Score(
    name="news2",
    title="NEWS2",
    source="Royal College of Physicians, National Early Warning Score (NEWS) 2, December 2017",
    parts=(
        Part(column="respiratory_rate", words="Breaths a minute", low=0, high=100, unit="/min"),
        Part(column="spo2", words="Oxygen saturation (SpO2)", low=1, high=100, unit="%"),
        Part(column="spo2_scale", words="SpO2 scale", choices={"1": "Scale 1", "2": "Scale 2, target 88 to 92%"}, scored=False),
        Part(column="supplemental_oxygen", words="Air or oxygen", choices={"0": "Air", "1": "Oxygen"}),
        Part(column="systolic_bp", words="Systolic blood pressure", low=0, high=320, unit="mmHg"),
        Part(column="heart_rate", words="Pulse", low=0, high=320, unit="/min"),
        Part(
            column="consciousness", words="Consciousness",
            choices={"A": "Alert", "C": "New confusion", "V": "Responds to voice", "P": "Responds to pain", "U": "Unresponsive"},
        ),
        Part(column="temperature", words="Temperature", low=20, high=46, step=None, unit="°C"),
    ),
    low=0,
    high=20,
    work_out=work_out,
    of_total=lambda total: _response(total, 0),
    note="For people of 16 and over who are not pregnant. SpO2 scale 2 only where a clinician has set that target.",
)  # fmt: skip
