"""May this person have delirium? The 4AT (MacLullich, Ryan and Cash, 4AT version 1.2, the4at.com)."""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent, summed

COLUMNS = ("alertness", "amt4_mistakes", "months_backwards", "acute_change")
ALERTNESS = {"normal": 0, "sleepy-then-normal": 0, "abnormal": 4}
AMT4 = {"0": 0, "1": 1, "2-or-more": 2, "untestable": 2}
MONTHS = {"7-or-more": 0, "fewer-or-refuses": 1, "untestable": 2}
ACUTE_CHANGE = {"no": 0, "yes": 4}
TABLES = dict(zip(COLUMNS, (ALERTNESS, AMT4, MONTHS, ACUTE_CHANGE), strict=True))
RESPONSES = {
    "unlikely": "Delirium or severe cognitive impairment is unlikely; delirium is still possible if it is not known how they were before.",
    "possible-cognitive-impairment": "Cognitive impairment is possible. Look further.",
    "possible-delirium": "Delirium is possible, with or without cognitive impairment. Look for its cause now.",
}


def work_out(parts: Parts) -> Scored:
    """Four answers; 4 or more means possible delirium, 1 to 3 possible cognitive impairment."""
    points = {column: table.get(str(parts.get(column))) for column, table in TABLES.items()}
    total = summed(points)
    response = "" if total is None else _response(total)
    missing = absent(parts, COLUMNS)
    return Scored(points=points, total=total, response=response, words=RESPONSES.get(response, ""), missing=missing)


def _response(total: int) -> str:
    if total >= 4:
        return "possible-delirium"
    return "possible-cognitive-impairment" if total else "unlikely"


FOUR_AT = Score(
    name="4at",
    title="4AT",
    source="MacLullich, Ryan and Cash, 4AT version 1.2",
    parts=(
        Part(
            column="alertness", words="Alertness",
            choices={"normal": "Normal", "sleepy-then-normal": "Sleepy for under 10 seconds after waking, then normal", "abnormal": "Clearly abnormal"},
        ),
        Part(
            column="amt4_mistakes", words="Mistakes in age, date of birth, place and year",
            choices={"0": "None", "1": "One", "2-or-more": "Two or more", "untestable": "Cannot be tested"},
        ),
        Part(
            column="months_backwards", words="Months backwards from December",
            choices={"7-or-more": "Seven or more right", "fewer-or-refuses": "Starts but gets fewer than seven, or refuses", "untestable": "Cannot be tested"},
        ),
        Part(column="acute_change", words="Acute change or fluctuating course", choices={"no": "No", "yes": "Yes"}),
    ),
    low=0,
    high=12,
    work_out=work_out,
    note="4 or more: possible delirium. Untestable is scored, never left out.",
)  # fmt: skip
