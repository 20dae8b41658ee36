"""What do a service's stages look like as a picture that needs no script and can be read aloud?

Stages stand in columns by their distance from the first one, ends in the last. Each arrow bears a number that the
list beneath puts in words, so nothing is said by colour or place alone.
"""

from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from homeward.grammar.services import Move, Service

BOX_WIDTH, BOX_HEIGHT = 168, 56
COLUMN, ROW = 262, 104
MARGIN, TOP = 24, 76
LINE = 22
INK, BLUE, PAPER = "#212b32", "#005eb8", "#ffffff"
LETTERS = 18


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where a stage's box stands: the middle of it, and its column."""

    column: int
    x: float
    y: float


def state_picture(service: Service) -> str:
    """An SVG picture of the stages and moves: role img with a title and a description of every move."""
    spots = _spots(service)
    titles = {stage.code: stage.title for stage in service.stages}
    arrows = [(move, source) for move in service.moves for source in move.from_]
    said = [f"{number}. {move.title}: {titles[source]} to {titles[move.to]}" for number, (move, source) in _numbered(arrows)]
    depth = max(spot.y for spot in spots.values()) + BOX_HEIGHT / 2 + 56
    width = max(spot.x for spot in spots.values()) + BOX_WIDTH / 2 + MARGIN
    height = depth + LINE * (len(said) + 1)
    ident = f"picture-{service.code}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="state-picture" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'role="img" aria-labelledby="{ident}-title {ident}-desc" font-family="Arial, sans-serif" font-size="15">',
        f'<title id="{ident}-title">Stages of {escape(service.title)}</title>',
        f'<desc id="{ident}-desc">Starts at {escape(titles[service.first_stage])}. {escape(". ".join(said))}. '
        f"Ends at {escape(' or '.join(titles[each] for each in service.final_stages))}.</desc>",
        _arrow_head(ident),
    ]
    parts += [_arrow(spots[source], spots[move.to], number, ident) for number, (move, source) in _numbered(arrows)]
    parts += [_box(service, code, titles[code], spot) for code, spot in spots.items()]
    parts += [
        f'<text x="{MARGIN}" y="{depth + LINE * row:.0f}" fill="{INK}">{escape(words)}</text>'
        for row, words in enumerate(said)
    ]
    return "\n".join([*parts, "</svg>\n"])


def _numbered(arrows: list[tuple[Move, str]]) -> list[tuple[int, tuple[Move, str]]]:
    return list(enumerate(arrows, start=1))


def _spots(service: Service) -> dict[str, Spot]:
    columns: dict[str, int] = {service.first_stage: 0}
    waiting = [service.first_stage]
    while waiting:
        here = waiting.pop(0)
        for move in service.moves:
            if here in move.from_ and move.to not in columns and move.to not in service.final_stages:
                columns[move.to] = columns[here] + 1
                waiting.append(move.to)
    last = max(columns.values()) + 1
    for stage in service.stages:
        columns.setdefault(stage.code, last)
    by_column: dict[int, list[str]] = {}
    for stage in service.stages:
        by_column.setdefault(columns[stage.code], []).append(stage.code)
    tallest = max(len(codes) for codes in by_column.values())
    return {
        code: Spot(
            column=column,
            x=MARGIN + BOX_WIDTH / 2 + column * COLUMN,
            y=TOP + BOX_HEIGHT / 2 + (row + (tallest - len(codes)) / 2) * ROW,
        )
        for column, codes in by_column.items()
        for row, code in enumerate(codes)
    }


def _arrow_head(ident: str) -> str:
    return (
        f'<defs><marker id="{ident}-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        f'orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" fill="{INK}"/></marker></defs>'
    )


def _arrow(source: Spot, target: Spot, number: int, ident: str) -> str:
    """Onward arrows run from side to side; those that skip a column arch above, those that return dip below."""
    ahead = target.column - source.column
    if ahead == 1:
        start, end = (source.x + BOX_WIDTH / 2, source.y), (target.x - BOX_WIDTH / 2, target.y)
        reach = (end[0] - start[0]) / 2
        bends = ((start[0] + reach, start[1]), (end[0] - reach, end[1]))
        share = 0.35 + 0.1 * (number % 4)
    else:
        side = -1 if ahead > 1 else 1
        height = side * (BOX_HEIGHT / 2)
        # An arch lands a little to one side of the middle, so that those that share a box can be told apart.
        shift = 14 * (number % 5 - 2)
        start, end = (source.x + shift, source.y + height), (target.x + shift, target.y + height)
        arch = height + side * (24 + 10 * abs(ahead))
        bends = ((start[0], source.y + arch), (end[0], target.y + arch))
        share = 0.5
    path = "M{:.0f} {:.0f} C{:.0f} {:.0f} {:.0f} {:.0f} {:.0f} {:.0f}".format(*start, *bends[0], *bends[1], *end)
    x, y = _along((start, *bends, end), share)
    return (
        f'<path class="arrow" d="{path}" fill="none" stroke="{INK}" stroke-width="1.5" marker-end="url(#{ident}-head)"/>'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="12" fill="{PAPER}" stroke="{INK}"/>'
        f'<text x="{x:.0f}" y="{y + 5:.0f}" text-anchor="middle" fill="{INK}">{number}</text>'
    )


def _along(points: tuple[tuple[float, float], ...], share: float) -> tuple[float, float]:
    """The point part of the way along a cubic curve."""
    weights = ((1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3)
    return (
        sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
    )


def _box(service: Service, code: str, title: str, spot: Spot) -> str:
    left, top = spot.x - BOX_WIDTH / 2, spot.y - BOX_HEIGHT / 2
    lines = wrap(title, LETTERS)[:2]
    final, first = code in service.final_stages, code == service.first_stage
    if final or first:
        lines.append("(end)" if final else "(start)")
    parts = [
        f'<rect class="stage" x="{left:.0f}" y="{top:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" '
        f'rx="{28 if final else 6}" fill="{PAPER}" stroke="{BLUE}" stroke-width="{4 if final else 2}"/>'
    ]
    base = spot.y + 5 - 8.5 * (len(lines) - 1)
    parts += [
        f'<text x="{spot.x:.0f}" y="{base + 17 * row:.0f}" text-anchor="middle" fill="{INK}">{escape(words)}</text>'
        for row, words in enumerate(lines)
    ]
    return "".join(parts)
