"""How frail is this person by the Clinical Frailty Scale?

Rockwood and others, CMAJ 2005;173:489; names of the levels as in version 2.0 (Rockwood and Theou, Can Geriatr J 2020;23:210).
Only the number and the level's name are kept; the chart itself is the authors'.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent

LEVELS = {
    1: "Very fit",
    2: "Fit",
    3: "Managing well",
    4: "Living with very mild frailty",
    5: "Living with mild frailty",
    6: "Living with moderate frailty",
    7: "Living with severe frailty",
    8: "Living with very severe frailty",
    9: "Terminally ill",
}


def work_out(parts: Parts) -> Scored:
    """The level is the score."""
    level = parts.get("level")
    number = int(level) if isinstance(level, (int, float)) else None
    words = LEVELS[number] if number else ""
    return Scored(
        points={"level": number}, total=number, response=words, words=words, missing=absent(parts, ("level",))
    )


CFS = Score(
    name="cfs",
    title="Clinical Frailty Scale",
    source="Rockwood and others, CMAJ 2005;173:489-95; level names of version 2.0, 2020",
    parts=(Part(column="level", words="Level, 1 to 9", low=1, high=9),),
    low=1,
    high=9,
    work_out=work_out,
    note="Scored on how the person was two weeks ago, not today. Not validated under 65 or for stable long-term disability.",
)
