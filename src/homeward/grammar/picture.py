"""What do a service's stages look like as a picture that needs no script and can be read aloud?

Each stage is a column and each move a row: a dot where it may start, an arrow where it leads, its name above. Rows
never cross, so the picture stays legible however many moves there are. (Boxes and free arrows were tried first and
tangled at ten moves.)
"""

from textwrap import wrap
from xml.sax.saxutils import escape

from homeward.grammar.services import Move, Service

COLUMN, ROW = 156, 46
BOX_WIDTH, BOX_HEIGHT = 136, 64
MARGIN, TOP = 16, 16
INK, BLUE, GREY, PAPER = "#212b32", "#005eb8", "#aeb7bd", "#ffffff"
LETTERS = 16


def state_picture(service: Service) -> str:
    """An SVG picture of the stages and moves: role img with a title and a description of every move."""
    columns = _columns(service)
    titles = {stage.code: stage.title for stage in service.stages}
    width = 2 * MARGIN + COLUMN * len(columns)
    height = TOP + BOX_HEIGHT + ROW * len(service.moves) + ROW
    ident = f"picture-{service.code}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="state-picture" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="{ident}-title {ident}-desc" font-family="Arial, sans-serif" font-size="15">',
        f'<title id="{ident}-title">Stages of {escape(service.title)}</title>',
        f'<desc id="{ident}-desc">{escape(_aloud(service, titles))}</desc>',
        f'<defs><marker id="{ident}-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" '
        f'orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{INK}"/></marker></defs>',
    ]
    parts += [_lifeline(x, height) for x in columns.values()]
    parts += [_box(service, code, titles[code], x) for code, x in columns.items()]
    parts += [_row(move, columns, row, ident) for row, move in enumerate(service.moves)]
    return "\n".join([*parts, "</svg>\n"])


def _columns(service: Service) -> dict[str, float]:
    """The middle of each stage's column: stages in the order they can be reached, ends last."""
    order, waiting = [service.first_stage], [service.first_stage]
    while waiting:
        here = waiting.pop(0)
        for move in service.moves:
            if here in move.from_ and move.to not in order:
                order.append(move.to)
                waiting.append(move.to)
    order += [stage.code for stage in service.stages if stage.code not in order]
    order.sort(key=lambda code: service.final_stages.index(code) + 1 if code in service.final_stages else 0)
    return {code: MARGIN + COLUMN * (place + 0.5) for place, code in enumerate(order)}


def _aloud(service: Service, titles: dict[str, str]) -> str:
    moves = " ".join(
        f"{move.title}: from {' or '.join(titles[each] for each in move.from_)} to {titles[move.to]}."
        for move in service.moves
    )
    ends = " or ".join(titles[each] for each in service.final_stages)
    return f"Starts at {titles[service.first_stage]}. {moves} Ends at {ends}."


def _lifeline(x: float, height: int) -> str:
    return (
        f'<line x1="{x:.0f}" y1="{TOP + BOX_HEIGHT}" x2="{x:.0f}" y2="{height - MARGIN}" '
        f'stroke="{GREY}" stroke-dasharray="3 5"/>'
    )


def _box(service: Service, code: str, title: str, x: float) -> str:
    lines = wrap(title, LETTERS)[:2]
    final, first = code in service.final_stages, code == service.first_stage
    if final or first:
        lines.append("(end)" if final else "(start)")
    base = TOP + BOX_HEIGHT / 2 + 5 - 8.5 * (len(lines) - 1)
    words = "".join(
        f'<text x="{x:.0f}" y="{base + 17 * row:.0f}" text-anchor="middle" fill="{INK}">{escape(line)}</text>'
        for row, line in enumerate(lines)
    )
    return (
        f'<rect class="stage" x="{x - BOX_WIDTH / 2:.0f}" y="{TOP}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" '
        f'rx="{30 if final else 6}" fill="{PAPER}" stroke="{BLUE}" stroke-width="{4 if final else 2}"/>{words}'
    )


def _row(move: Move, columns: dict[str, float], row: int, ident: str) -> str:
    y = TOP + BOX_HEIGHT + ROW * (row + 1)
    starts, end = [columns[each] for each in move.from_], columns[move.to]
    # One line from the farthest start on each side reaches every nearer one on its way.
    reaches = {min(each for each in starts if each < end)} if any(each < end for each in starts) else set()
    reaches |= {max(each for each in starts if each > end)} if any(each > end for each in starts) else set()
    lines = "".join(
        f'<line class="arrow" x1="{start:.0f}" y1="{y}" x2="{end:.0f}" y2="{y}" stroke="{INK}" stroke-width="2" '
        f'marker-end="url(#{ident}-head)"/>'
        for start in sorted(reaches)
    )
    dots = "".join(f'<circle cx="{start:.0f}" cy="{y}" r="5" fill="{INK}"/>' for start in starts)
    left = min(*starts, end)
    words = (
        f'<text x="{left + 8:.0f}" y="{y - 9}" fill="{INK}" stroke="{PAPER}" stroke-width="4" '
        f'paint-order="stroke">{escape(move.title)}</text>'
    )
    return f"{lines}{dots}{words}"
