"""How old is somebody on a day?"""

from datetime import date


def age_on(day: date, birth_date: date | None) -> int | None:
    """Whole years; None when the birth date is not known."""
    if birth_date is None:
        return None
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
