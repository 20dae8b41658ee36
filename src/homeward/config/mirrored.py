"""How does a style sheet look in a mirror, for languages that run from right to left? Left becomes right, and nothing else changes."""

import re
from collections.abc import Callable, Iterator

_BLOCK = re.compile(r"\{([^{}]*)\}")
_SIDE = re.compile(r"(?<![\w-])(left|right)(?![\w-])")
_LENGTH = re.compile(r"(?<![\w.#(,-])(-?)(\d*\.?\d+)(px|r?em|%|vw|)(?![\w.])")
_SHIFT = re.compile(r"(translateX|translate|rotate|skewX)\(\s*(-?)(\d*\.?\d+)")
_CORNERS = re.compile(r"(-?\d*\.?\d+)%(\s+[^,()]+)")
FOUR_SIDES = frozenset({"margin", "padding", "border-width", "border-style", "border-color", "inset"})
SIDED = frozenset(
    {
        "text-align",
        "float",
        "clear",
        "background",
        "background-position",
        "transform-origin",
        "transition",
        "transition-property",
    }
)


def mirrored(css: str) -> str:
    """The style sheet with its sides exchanged. Mirrored twice it is as it was."""
    return _BLOCK.sub(lambda block: "{" + ";".join(_declaration(each) for each in _parts(block[1], ";")) + "}", css)


def _declaration(text: str) -> str:
    name, colon, value = text.partition(":")
    if not colon:
        return text
    space = name[: len(name) - len(name.lstrip())]
    plain = name.strip().lower()
    return f"{space}{_name(name.strip())}:{_value(plain, value)}"


def _name(name: str) -> str:
    return "-".join({"left": "right", "right": "left"}.get(part, part) for part in name.split("-"))


def _value(name: str, value: str) -> str:
    if name in FOUR_SIDES:
        return _ordered(value, (0, 3, 2, 1))
    if name == "border-radius":
        return _ordered(value, (1, 0, 3, 2))
    if name in SIDED:
        return _outside_addresses(
            value, lambda words: _SIDE.sub(lambda side: "right" if side[1] == "left" else "left", words)
        )
    if name in ("box-shadow", "text-shadow"):
        return ",".join(_LENGTH.sub(_negated, layer, count=1) for layer in _parts(value, ","))
    if name == "transform":
        return _SHIFT.sub(lambda shift: f"{shift[1]}({_sign(shift[2], shift[3])}", value)
    if name == "clip-path" and "polygon" in value:
        return _CORNERS.sub(lambda corner: f"{100 - float(corner[1]):g}%{corner[2]}", value)
    return value


def _ordered(value: str, order: tuple[int, ...]) -> str:
    """Four values in another order; fewer say the same on both sides."""
    words, _, important = value.partition("!")
    four = list(_parts(words.strip(), " "))
    if len(four) != 4:
        return value
    start = value[: len(value) - len(value.lstrip())]
    return f"{start}{' '.join(four[index] for index in order)}{'!' + important if important else ''}"


def _negated(length: re.Match[str]) -> str:
    return f"{_sign(length[1], length[2])}{length[3]}"


def _sign(minus: str, digits: str) -> str:
    return digits if minus or not float(digits) else f"-{digits}"


def _outside_addresses(value: str, change: Callable[[str], str]) -> str:
    """Change what stands outside `url(…)`."""
    return "".join(part if part.startswith("url(") else change(part) for part in re.split(r"(url\([^)]*\))", value))


def _parts(text: str, between: str) -> Iterator[str]:
    """The parts between separators that stand neither in brackets nor in quotes."""
    part, depth, quote = "", 0, ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == between and not depth:
            yield part
            part = ""
            continue
        part += letter
    yield part
