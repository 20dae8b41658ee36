"""How is a shape written down: by a class of our stylesheet on a page, or with its looks beside it in a file?"""

from collections.abc import Mapping
from html import escape

# What each style looks like in a file. On a page `charts.css` says it, class by class; a test compares the names.
STYLES: Mapping[str, Mapping[str, str]] = {
    "paper": {"fill": "#ffffff"},
    "band": {"fill": "#edf2f5"},
    "grid": {"stroke": "#dde3e7", "stroke-width": "1", "fill": "none"},
    "mean": {"stroke": "#212b32", "stroke-width": "1.75", "fill": "none"},
    "limit": {"stroke": "#4c6272", "stroke-width": "1.5", "stroke-dasharray": "5 4", "fill": "none"},
    "near": {"stroke": "#768692", "stroke-width": "1.25", "stroke-dasharray": "2 3", "fill": "none"},
    "target": {"stroke": "#b10a1b", "stroke-width": "2", "stroke-dasharray": "12 4", "fill": "none"},
    "rebase": {"stroke": "#212b32", "stroke-width": "1", "stroke-dasharray": "1 3", "fill": "none"},
    "flag": {"stroke": "#212b32", "stroke-width": "1", "fill": "#ffffff"},
    "line": {"stroke": "#768692", "stroke-width": "2", "stroke-linejoin": "round", "fill": "none"},
    "common": {"fill": "#4c6272", "stroke": "#ffffff", "stroke-width": "1"},
    "better": {"fill": "#005eb8", "stroke": "#ffffff", "stroke-width": "1"},
    "worse": {"fill": "#b45309", "stroke": "#ffffff", "stroke-width": "1"},
    "changed": {"fill": "#5b2a86", "stroke": "#ffffff", "stroke-width": "1"},
    "ghost": {"fill": "#ffffff", "stroke": "#4c6272", "stroke-width": "1.5"},
    "text": {"fill": "#212b32", "font-size": "13"},
    "quiet": {"fill": "#4c6272", "font-size": "13"},
    "title": {"fill": "#212b32", "font-size": "17", "font-weight": "bold"},
    "ring": {"stroke": "#4c6272", "stroke-width": "3", "fill": "#ffffff"},
    "waiting": {"stroke": "#4c6272", "stroke-width": "3", "stroke-dasharray": "5 4", "fill": "#ffffff"},
    "drawn": {"stroke": "#212b32", "stroke-width": "4", "stroke-linecap": "round", "stroke-linejoin": "round", "fill": "none"},
    "cut": {"stroke": "#ffffff", "stroke-width": "5", "stroke-linecap": "round", "stroke-linejoin": "round", "fill": "none"},
    "solid": {"fill": "#212b32"},
}  # fmt: skip
FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"
PREFIX = "hw-c-"


class Pen:
    """Writes shapes one after another. `resolved`: for a file, which has no stylesheet."""

    def __init__(self, *, resolved: bool) -> None:
        self.resolved = resolved
        self.parts: list[str] = []

    def put(self, tag: str, style: str, body: str = "", **attributes: float | str) -> None:
        """One element; numbers keep one decimal, an underscore at the end of a name or within it is a hyphen."""
        looks = STYLES[style] if self.resolved else {"class": PREFIX + style}
        said = "".join(f' {name}="{value}"' for name, value in looks.items())
        placed = "".join(f' {name.replace("_", "-")}="{_number(value)}"' for name, value in attributes.items())
        self.parts.append(f"<{tag}{said}{placed}>{body}</{tag}>" if body else f"<{tag}{said}{placed}/>")

    def write(self, x: float, y: float, words: str, *, style: str = "text", anchor: str = "start") -> None:
        """Words at a place; `anchor` is start, middle or end."""
        placed: dict[str, float | str] = {"x": x, "y": y}
        if anchor != "start":
            placed["text_anchor"] = anchor
        self.put("text", style, escape(words), **placed)

    def whole(
        self, *, width: float, height: float, name: str, title: str, desc: str = "", style: str = "c", size: float = 0
    ) -> str:  # fmt: skip
        """The picture: an image with a name and a description, its ids begun with `name` so that two can share a page.

        `style` is its class on a page; `size` is how large a small square one is shown there, in pixels.
        """
        told = f'<title id="{name}-t">{escape(title)}</title>'
        told += f'<desc id="{name}-d">{escape(desc)}</desc>' if desc else ""
        names = f"{name}-t {name}-d" if desc else f"{name}-t"
        worn = f' class="hw-{style}"' + (f' width="{_number(size)}" height="{_number(size)}"' if size else "")
        sized = f' width="{_number(width)}" height="{_number(height)}" font-family="{FONT}"'
        looks = sized if self.resolved else worn
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}"{looks} role="img" '
            f'aria-labelledby="{names}" focusable="false">{told}{"".join(self.parts)}</svg>'
        )


def _number(value: float | str) -> str:
    """One decimal, no tail; text as it is, made safe."""
    if isinstance(value, str):
        return escape(value, quote=True)
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text
