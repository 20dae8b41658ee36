"""How much can this person do alone by the Barthel index?

Mahoney and Barthel, Maryland State Medical Journal 1965;14:61 (0 to 100); bands of Shah, Vanclay and Cooper, J Clin Epidemiol 1989;42:703.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent, summed

# The points each item may have: 0, 5, 10 or 15, none higher than its own limit.
ITEMS = {
    "feeding": ("Feeding", 10),
    "bathing": ("Bathing", 5),
    "grooming": ("Grooming", 5),
    "dressing": ("Dressing", 10),
    "bowels": ("Bowels", 10),
    "bladder": ("Bladder", 10),
    "toilet": ("Using the toilet", 10),
    "transfers": ("Bed to chair and back", 15),
    "mobility": ("Moving about on the level", 15),
    "stairs": ("Stairs", 10),
}
BANDS = ((20, "total"), (60, "severe"), (90, "moderate"), (99, "slight"), (100, "independent"))
WORDS = {
    "total": "Totally dependent",
    "severe": "Severely dependent",
    "moderate": "Moderately dependent",
    "slight": "Slightly dependent",
    "independent": "Independent in these activities",
}


def work_out(parts: Parts) -> Scored:
    """The sum of the ten activities."""
    points = {column: _points(parts.get(column)) for column in ITEMS}
    total = summed(points)
    response = "" if total is None else next(code for upper, code in BANDS if total <= upper)
    return Scored(
        points=points, total=total, response=response, words=WORDS.get(response, ""), missing=absent(parts, tuple(ITEMS))
    )  # fmt: skip


def _points(value: float | str | None) -> int | None:
    return int(value) if isinstance(value, (int, float)) else None


BARTHEL = Score(
    name="barthel",
    title="Barthel index",
    source="Mahoney and Barthel, Md State Med J 1965;14:61-5; bands of Shah and others, J Clin Epidemiol 1989;42:703-9",
    parts=tuple(Part(column=column, words=words, low=0, high=high, step=5) for column, (words, high) in ITEMS.items()),
    low=0,
    high=100,
    work_out=work_out,
    note="Each activity in fives, 0 for cannot; the highest differs by activity.",
)
