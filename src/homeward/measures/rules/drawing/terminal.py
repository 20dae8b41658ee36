"""What does a judged series look like where there are only characters?"""

from textwrap import wrap

from homeward.measures.rules.drawing.axes import Scale, days_scale, long_day, spread, ticks
from homeward.measures.rules.drawing.marks import mark_of
from homeward.measures.rules.spc.points import Spc
from homeward.measures.rules.spc.saying import say_number

SIGNS = {"common": "•", "better": "▲", "worse": "■", "changed": "◆", "ghost": "○"}
WORDS = {"better": "better", "worse": "worse", "changed": "changed", "ghost": "shown, not judged"}
PLAIN = str.maketrans({"•": "o", "▲": "^", "■": "#", "◆": "x", "○": ".", "─": "-", "┄": ".", "═": "=", "│": "|", "┊": ":"})  # fmt: skip


def spc_terminal(
    made: Spc, *, title: str = "", unit: str = "", width: int = 80, height: int = 16, plain: bool = False
) -> str:  # fmt: skip
    """Lines of text: values by their signs, ─ the average, ┄ the limits, ═ the target, ┊ where limits were set anew.

    `plain` keeps to ASCII.
    """
    drawn = "\n".join(_lines(made, title=title, unit=unit or made.unit, width=width, height=height))
    return drawn.translate(PLAIN) if plain else drawn


def _lines(made: Spc, *, title: str, unit: str, width: int, height: int) -> list[str]:
    numbers = [
        n for each in made.points for n in (each.value, each.mean, each.lower, each.upper, each.target) if n is not None
    ]
    head = [title] if title else []
    if not numbers:
        return [*head, made.sentence]
    percent = unit if unit == "%" else ""
    marks = ticks(min(numbers), max(numbers), about=4, unit=percent)
    said = _said(made, percent)
    left = max(len(say_number(each, percent)) for each in marks) + 1
    room = max(20, width - left - 2 - max((len(words) for _, words in said), default=0) - 1)
    y = Scale(low=marks[0], high=marks[-1], start=height - 1, end=0)
    paper = _paper(made, room=room, height=height, y=y)
    axis = {round(y(each)): say_number(each, percent) for each in marks}
    places = spread([round(y(number)) for number, _ in said], gap=1, low=0, high=height - 1)
    beside = {round(place): words for place, (_, words) in zip(places, said, strict=True)}
    rows = [
        f"{axis.get(row, ''):>{left}}│{''.join(cells)} {beside.get(row, '')}".rstrip()
        for row, cells in enumerate(paper)
    ]
    first, last = long_day(made.points[0].at), long_day(made.points[-1].at)
    days = f"{'':>{left}} {first}{last:>{max(1, room - len(first))}}"
    seen = {mark_of(made, each) for each in made.points if each.value is not None}
    key = "   ".join(f"{SIGNS[kind]} {words}" for kind, words in WORDS.items() if kind in seen)
    return [*head, *rows, days, *([f"{'':>{left}} {key}"] if key else []), *wrap(made.sentence, width=width)]


def _paper(made: Spc, *, room: int, height: int, y: Scale) -> list[list[str]]:
    paper = [[" "] * room for _ in range(height)]
    x = days_scale([each.at for each in made.points], start=0, end=room - 1)
    columns = [round(x(each.at.toordinal())) for each in made.points]
    for index, each in enumerate(made.points):
        until = columns[index + 1] if index + 1 < len(columns) else columns[index] + 1
        for column in range(columns[index], max(until, columns[index] + 1)):
            for number, sign in ((each.lower, "┄"), (each.upper, "┄"), (each.mean, "─"), (each.target, "═")):
                if number is not None and (sign != "┄" or each.segment not in made.short):
                    paper[round(y(number))][column] = sign
        if index and made.points[index - 1].segment != each.segment:
            for row in paper:
                row[columns[index]] = "┊" if row[columns[index]] == " " else row[columns[index]]
    for each, column in sorted(zip(made.points, columns, strict=True), key=lambda pair: pair[0].special):
        if each.value is not None:
            paper[round(y(each.value))][column] = SIGNS[mark_of(made, each)]
    return paper


def _said(made: Spc, percent: str) -> list[tuple[float, str]]:
    end = made.last or next((each for each in reversed(made.points) if each.mean is not None), None)
    if end is None:
        return []
    limits = ((end.upper, "upper limit"), (end.lower, "lower limit")) if end.segment not in made.short else ()
    lines = (*limits, (end.mean, "average"), (end.target, "target"))
    return [(number, f"{words} {say_number(number, percent)}") for number, words in lines if number is not None]
