"""What troubles this person by the Integrated Palliative care Outcome Scale?

Murtagh and others, Palliative Medicine 2019;33:1045. Seventeen items from 0 (best) to 4 (worst), scored over the last three
days or week. 'Cannot assess' is a missing item. There are no published bands: what is said is which items are 3 or 4.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent, summed

PHYSICAL = {
    "pain": "Pain",
    "shortness_of_breath": "Shortness of breath",
    "weakness": "Weakness or lack of energy",
    "nausea": "Nausea",
    "vomiting": "Vomiting",
    "poor_appetite": "Poor appetite",
    "constipation": "Constipation",
    "sore_or_dry_mouth": "Sore or dry mouth",
    "drowsiness": "Drowsiness",
    "poor_mobility": "Poor mobility",
}
EMOTIONAL = {
    "anxiety": "Anxious about the illness or treatment",
    "family_anxiety": "Family or friends anxious",
    "depression": "Feeling depressed",
    "at_peace": "Not at peace",
}
PRACTICAL = {
    "sharing_feelings": "Could not share how they feel",
    "information": "Not enough information",
    "practical_problems": "Practical problems not addressed",
}
ITEMS = {**PHYSICAL, **EMOTIONAL, **PRACTICAL}
SEVERE = 3


def work_out(parts: Parts) -> Scored:
    """The sum of the seventeen, and the items that are severe or overwhelming, told even while others are missing."""
    points = {column: _points(parts.get(column)) for column in ITEMS}
    severe = [ITEMS[column] for column, value in points.items() if value is not None and value >= SEVERE]
    total = summed(points)
    response = "" if total is None and not severe else "severe" if severe else "none-severe"
    words = (
        f"Severe or overwhelming: {', '.join(severe)}."
        if severe
        else "Nothing severe or overwhelming."
        if response
        else ""
    )
    return Scored(points=points, total=total, response=response, words=words, missing=absent(parts, tuple(ITEMS)))


def subscales(points: dict[str, int | None]) -> dict[str, int | None]:
    """Physical (0 to 40), emotional (0 to 16), communication and practical (0 to 12); None while an item is missing."""
    groups = {"physical": PHYSICAL, "emotional": EMOTIONAL, "practical": PRACTICAL}
    return {name: summed({column: points[column] for column in group}) for name, group in groups.items()}


def _points(value: float | str | None) -> int | None:
    return int(value) if isinstance(value, (int, float)) else None


IPOS = Score(
    name="ipos",
    title="IPOS",
    source="Murtagh and others, Palliative Medicine 2019;33:1045-57",
    parts=tuple(Part(column=column, words=words, low=0, high=4) for column, words in ITEMS.items()),
    low=0,
    high=68,
    work_out=work_out,
    note="Each item from 0 (best) to 4 (worst). An item that cannot be assessed is left empty.",
)
