"""Do two texts say the same resource? Order of members and white space are no difference; every digit of a number is."""

import json


class _Number(str):
    """A number as it was written, so that 1.0 and 1.00 stay two."""

    __slots__ = ()


def same_meaning(one: str, other: str) -> bool:
    """Do both spell the same JSON value? Numbers are compared as they were written."""
    return one == other or _read(one) == _read(other)


def _read(text: str) -> object:
    return json.loads(text, parse_float=_number, parse_int=_number)


def _number(written: str) -> tuple[str, _Number]:
    return "number", _Number(written)
