"""What can this person still do by the Australia-modified Karnofsky Performance Scale?

Abernethy and others, BMC Palliative Care 2005;4:7. Tens from 0 to 100; the wording is ours.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent

LEVELS = {
    100: "Normal, no complaints",
    90: "Normal activity, minor signs of illness",
    80: "Normal activity with effort",
    70: "Cares for self; no normal activity or active work",
    60: "Cares for most needs, sometimes needs help",
    50: "Needs considerable help and frequent medical care",
    40: "In bed more than half of the time",
    30: "Almost completely in bed",
    20: "Always in bed, needs extensive nursing",
    10: "Comatose or barely rousable",
    0: "Has died",
}


def work_out(parts: Parts) -> Scored:
    """The level is the score; nought is the level of a death, and an empty cell is no level at all."""
    level = parts.get("level")
    number = int(level) if isinstance(level, (int, float)) else None
    words = "" if number is None else LEVELS[number]
    return Scored(
        points={"level": number}, total=number, response=words, words=words, missing=absent(parts, ("level",))
    )


AKPS = Score(
    name="akps",
    title="AKPS",
    source="Abernethy and others, BMC Palliative Care 2005;4:7",
    parts=(Part(column="level", words="Level, 0 to 100 in tens", low=0, high=100, step=10),),
    low=0,
    high=100,
    work_out=work_out,
)
