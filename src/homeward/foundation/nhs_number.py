"""Is this an NHS number? Ten digits, the last a modulus 11 check digit (NHS Data Dictionary, NHS NUMBER)."""

_WEIGHTS = range(10, 1, -1)
SYNTHETIC_PREFIX = "999"


def normalise(text: str) -> str:
    """The digits of `text` without spaces or hyphens; anything else is kept, so that a wrong letter stays visible."""
    return "".join(ch for ch in text.strip() if ch not in " -\u00a0\u2009\u2010\u2011\u2013")


def check_digit(first_nine: str) -> int | None:
    """The tenth digit for nine digits, or None where the standard allows no number (remainder 10)."""
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, _WEIGHTS, strict=True))
    remainder = 11 - total % 11
    if remainder == 11:
        return 0
    return None if remainder == 10 else remainder


def is_valid(text: str) -> bool:
    """True for ten ASCII digits with the right check digit. Ten equal digits pass the sum but are never issued."""
    digits = normalise(text)
    if len(digits) != 10 or not (digits.isascii() and digits.isdigit()) or len(set(digits)) == 1:
        return False
    return check_digit(digits[:9]) == int(digits[9])


def is_synthetic(text: str) -> bool:
    """True for the 999 range, which the NHS keeps for test data and never issues."""
    return normalise(text).startswith(SYNTHETIC_PREFIX)


def formatted(text: str) -> str:
    """As people read it aloud: 3-3-4."""
    digits = normalise(text)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 10 else text
