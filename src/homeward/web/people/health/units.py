"""How is a unit said to people, when partners' systems write it in many ways?"""

# Codes of the Unified Code for Units of Measure (UCUM) and the spellings beside them that devices send, by how they stand in a ward's notes.
_WRITTEN = {
    "mmHg": ("mm[Hg]", "mm Hg", "mmHG"), "°C": ("Cel", "degC", "deg C", "C"), "°F": ("[degF]", "degF", "deg F", "F"),
    "kg/m²": ("kg/m2",), "kg": ("kgs",), "lb": ("[lb_av]", "lbs"), "in": ("[in_i]",), "%": ("percent",), "": ("{score}", "1"),
    "/min": ("{beats}/min", "beats/min", "beats/minute", "bpm", "{breaths}/min", "breaths/min", "breaths/minute"),
    "µmol/L": ("umol/L",), "×10⁹/L": ("10*9/L",), "×10¹²/L": ("10*12/L",), "mL/min/1.73 m²": ("mL/min/{1.73_m2}",),
}  # fmt: skip
_SAID = {written: said for said, ways in _WRITTEN.items() for written in ways}


def said_unit(unit: str) -> str:
    """'mmHg' for 'mm[Hg]'; a unit we have no other words for stays as it was written."""
    return _SAID.get(unit, unit)
