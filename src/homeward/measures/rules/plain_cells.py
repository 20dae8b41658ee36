"""May a spreadsheet take these words for a formula? Not after they have passed here."""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain(value: object) -> object:
    """The value; text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises."""
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return value
