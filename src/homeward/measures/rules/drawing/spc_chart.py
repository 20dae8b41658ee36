"""What does a judged series look like? Values, average, limits, target, and where limits were set anew."""

from collections.abc import Callable, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Literal

from homeward.measures.rules.drawing.axes import Scale, day_marks, days_scale, edges, long_day, spread, ticks
from homeward.measures.rules.drawing.icons import draw_icon
from homeward.measures.rules.drawing.marks import CHARACTER, MARK_WORDS, draw_key, draw_mark, mark_of
from homeward.measures.rules.drawing.pen import Pen
from homeward.measures.rules.spc.points import Judged, Spc
from homeward.measures.rules.spc.saying import say_number

Palette = Literal["page", "file"]
NARROW = 480
TITLE_CHARACTER = 9.4


def spc_svg(
    made: Spc, *, title: str, unit: str = "", width: int = 760, height: int = 0, name: str = "spc", palette: Palette = "page"
) -> str:  # fmt: skip
    """The chart as SVG text. `name` begins its ids. `palette`: 'page' wears classes of charts.css, 'file' carries its looks.

    Under 480 wide it is drawn for a phone: words stand under the picture. A file has its title, icons and sentence in it.
    """
    return _Chart(made, title=title, unit=unit or made.unit, width=width, height=height, palette=palette).drawn(name)


class _Chart:
    def __init__(self, made: Spc, *, title: str, unit: str, width: int, height: int, palette: Palette) -> None:
        self.made, self.title, self.unit, self.width = made, title, unit, width
        self.pen = Pen(resolved=palette == "file")
        self.filed = palette == "file"
        self.narrow = width < NARROW
        self.tall = height or (260 if self.narrow else 300)
        self.points = made.points
        self.marks = self._ticks()
        labels = [] if self.narrow else [words for _, words in self._line_words()]
        self.left: float = 14 + CHARACTER * max(len(self._axis_words(each)) for each in self.marks)
        self.right: float = width - 12 - (10 + CHARACTER * max((len(each) for each in labels), default=0))
        head = 34 + 22 * len(self._title_rows()) if self.filed else 0
        self.top: float = 24 + head + (8 if self._rebased() else 0)
        self.bottom: float = self.top + self.tall - 60
        self.shares = edges([each.at for each in self.points])
        self.x = days_scale([each.at for each in self.points], start=self.left + 10, end=self.right - 8)
        self.y = Scale(low=self.marks[0], high=self.marks[-1], start=self.bottom, end=self.top)

    def drawn(self, name: str) -> str:
        if self.filed:
            self.pen.put("rect", "paper", width=self.width, height=2000)
            self._head()
        self._grid()
        self._lines()
        self._values()
        if not self.narrow:
            self._words_at_the_right()
        under = self.bottom + 58
        under += draw_key(self.pen, self._key(), left=self.left, right=self.width - 8, top=under)
        if self.filed:
            under = self._foot(under)
        return self.pen.whole(width=self.width, height=under - 8, name=name, title=self.title, desc=self._told())

    def _ticks(self) -> list[float]:
        numbers = [
            number
            for each in self.points
            for number in (each.value, each.mean, self._lower(each), self._upper(each), each.target)
            if number is not None
        ]
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        return ticks(low, high, about=4 if self.narrow else 5, unit=self.unit)

    def _axis_words(self, number: float) -> str:
        return say_number(number, self.unit if self.unit == "%" else "")

    def _head(self) -> None:
        for row, words in enumerate(self._title_rows()):
            self.pen.write(14, 34 + row * 22, words, style="title")
        for place, code in enumerate(reversed(self.made.icons)):
            draw_icon(self.pen, code, x=self.width - 12 - (place + 1) * 48, y=8, size=40)

    def _title_rows(self) -> list[str]:
        room = self.width - 28 - 48 * len(self.made.icons)
        return wrap(self.title, width=max(8, int(room / TITLE_CHARACTER))) or [""]

    def _grid(self) -> None:
        for number in self.marks:
            self.pen.put("path", "grid", d=f"M{self.left:.1f} {self.y(number):.1f}H{self.right:.1f}")
            self.pen.write(self.left - 6, self.y(number) + 4.5, self._axis_words(number), anchor="end")
        if self.unit not in ("", "%"):
            self.pen.write(self.left, self.top - 10 - (10 if self._rebased() else 0), self.unit, style="quiet")
        fits = max(2, int((self.right - self.left) / 62))
        for mark in day_marks([each.at for each in self.points], most=fits):
            x = self.x(mark.at.toordinal())
            self.pen.write(x, self.bottom + 19, mark.words, anchor="middle")
            if mark.year:
                self.pen.write(x, self.bottom + 35, mark.year, style="quiet", anchor="middle")
        if not self.points:
            self.pen.write((self.left + self.right) / 2, (self.top + self.bottom) / 2, "No values", anchor="middle")

    def _lines(self) -> None:
        self._band()
        self._steps("limit", self._upper)
        self._steps("limit", self._lower)
        self._steps("mean", lambda each: each.mean)
        self._steps("target", lambda each: each.target, across=True)
        for number, (before, after) in enumerate(self._rebased(), start=1):
            x = (self.x(before.at.toordinal()) + self.x(after.at.toordinal())) / 2
            self.pen.put("path", "rebase", d=f"M{x:.1f} {self.top - 4:.1f}V{self.bottom:.1f}")
            self.pen.put("circle", "flag", cx=x, cy=self.top - 12, r=9)
            self.pen.write(x, self.top - 7.5, str(number), anchor="middle")

    def _rebased(self) -> list[tuple[Judged, Judged]]:
        return [(a, b) for a, b in zip(self.points, self.points[1:], strict=False) if a.segment != b.segment]

    def _stretches(self, read: Callable[[Judged], float | None], *, across: bool = False) -> list[list[int]]:
        """Indexes of points that follow one another with this line, cut where segments are (unless `across`)."""
        keyed = groupby(
            range(len(self.points)),
            key=lambda i: (read(self.points[i]) is not None, 0 if across else self.points[i].segment),
        )
        return [list(group) for (has, _), group in keyed if has]

    def _walk(self, held: Sequence[int], read: Callable[[Judged], float | None], *, turned: bool = False) -> str:
        """A line of steps over these points, without the M it begins with; only where it changes does it turn."""
        path, last = "", None
        pairs = [(i, self.shares[i]) for i in held]
        for i, (start, end) in reversed(pairs) if turned else pairs:
            y = self.y(read(self.points[i]) or 0.0)
            first, then = (end, start) if turned else (start, end)
            if last is None:
                path = f"{self.x(first):.1f} {y:.1f}"
            elif last != y:
                path += f"V{y:.1f}"
            path += f"H{self.x(then):.1f}"
            last = y
        return path

    def _steps(self, style: str, read: Callable[[Judged], float | None], *, across: bool = False) -> None:
        for held in self._stretches(read, across=across):
            self.pen.put("path", style, d="M" + self._walk(held, read))

    def _upper(self, point: Judged) -> float | None:
        """Its upper limit, unless its segment is too short to have one."""
        return None if point.segment in self.made.short else point.upper

    def _lower(self, point: Judged) -> float | None:
        return None if point.segment in self.made.short else point.lower

    def _band(self) -> None:
        for held in self._stretches(self._lower):
            there = self._walk(held, self._upper)
            back = self._walk(held, self._lower, turned=True)
            self.pen.put("path", "band", d=f"M{there}L{back}z")

    def _values(self) -> None:
        path, joined = "", False
        for each in self.points:
            if each.ghost:
                continue
            if each.value is None:
                joined = False
                continue
            path += f"{'L' if joined else 'M'}{self.x(each.at.toordinal()):.1f} {self.y(each.value):.1f}"
            joined = True
        if path:
            self.pen.put("path", "line", d=path)
        size = 4.0 if len(self.points) <= 60 and not self.narrow else 3.2 if len(self.points) <= 120 else 2.2
        for each in sorted(self.points, key=lambda point: point.special):
            if each.value is not None:
                draw_mark(
                    self.pen, mark_of(self.made, each), self.x(each.at.toordinal()), self.y(each.value), size=size
                )

    def _line_words(self) -> list[tuple[float, str]]:
        """The lines as they stand at the last value that is judged, with their words."""
        end = self.made.last or next((each for each in reversed(self.points) if each.mean is not None), None)
        if end is None or end.mean is None or end.upper is None or end.lower is None:
            return []
        said = [(end.upper, "Upper limit"), (end.mean, "Average"), (end.lower, "Lower limit")]
        if end.upper == end.lower or end.segment in self.made.short:
            said = [(end.mean, "Average")]
        if end.target is not None:
            said.append((end.target, "Target"))
        return [
            (number, f"{words} {say_number(number, self.unit if self.unit == '%' else '')}") for number, words in said
        ]

    def _words_at_the_right(self) -> None:
        said = self._line_words()
        places = spread([self.y(number) for number, _ in said], gap=16, low=self.top + 2, high=self.bottom)
        for place, (_, words) in zip(places, said, strict=True):
            self.pen.write(self.right + 8, place + 4.5, words)

    def _key(self) -> list[tuple[str, str]]:
        items: list[tuple[str, str]] = []
        if self.narrow:
            said = {words.split(" ")[0]: words for _, words in self._line_words()}
            if "Average" in said:
                items.append(("mean", said["Average"]))
            if "Upper" in said:
                items.append(
                    ("limit", f"{said['Lower'].replace('Lower limit', 'Limits')} to {said['Upper'].rsplit(' ', 1)[1]}")
                )
            if "Target" in said:
                items.append(("target", said["Target"]))
        seen = {mark_of(self.made, each) for each in self.points if each.value is not None}
        items += [(kind, words) for kind, words in MARK_WORDS.items() if kind in seen]
        return items

    def _foot(self, under: float) -> float:
        for words in wrap(self.made.sentence, width=int((self.width - self.left - 12) / CHARACTER)):
            self.pen.write(self.left, under + 6, words)
            under += 19
        return under + 6

    def _told(self) -> str:
        valued = [each for each in self.points if each.value is not None]
        if not valued:
            return f"No values. {self.made.sentence}"
        return f"{len(valued)} values from {long_day(valued[0].at)} to {long_day(valued[-1].at)}. {self.made.sentence}"
