"""Which whole number was asked for in an address or a form? Anything strange counts as not asked."""

MOST_DIGITS = 6


def asked_number(text: str | None, *, otherwise: int = 1, least: int = 1) -> int:
    """The number in `text`: up to six ASCII digits, at least `least`; else `otherwise`."""
    typed = (text or "").strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
        return otherwise
    return max(least, int(typed))
