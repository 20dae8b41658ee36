"""Which opening hours are in use here? Bank holidays are those of England and Wales."""

from datetime import time

from homeward.grammar.api import ENGLAND_AND_WALES, EVERY_DAY, WEEKDAYS, Calendar, Opening
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

MIDNIGHT = time(0, 0)

ALWAYS = Calendar(
    code="always",
    title="Every hour of every day",
    weekly=(Opening(days=EVERY_DAY, opens=MIDNIGHT, closes=MIDNIGHT),),
    owner=BOARD,
    review_by=SPRING,
)

EIGHT_TO_EIGHT = Calendar(
    code="every-day-8-to-8",
    title="8am to 8pm every day, bank holidays too",
    weekly=(Opening(days=EVERY_DAY, opens=time(8, 0), closes=time(20, 0)),),
    owner=BOARD,
    review_by=SPRING,
)

NIGHTS = Calendar(
    code="nights-10-to-8",
    title="10pm to 8am every night",
    weekly=(Opening(days=EVERY_DAY, opens=time(22, 0), closes=time(8, 0)),),
    owner=BOARD,
    review_by=SPRING,
)

EIGHT_TO_TEN = Calendar(
    code="every-day-8-to-10",
    title="8am to 10pm every day, bank holidays too",
    weekly=(Opening(days=EVERY_DAY, opens=time(8, 0), closes=time(22, 0)),),
    owner=BOARD,
    review_by=SPRING,
)

OFFICE = Calendar(
    code="weekdays-9-to-5",
    title="9am to 5pm Monday to Friday, not bank holidays",
    weekly=(Opening(days=WEEKDAYS, opens=time(9, 0), closes=time(17, 0)),),
    bank_holidays=ENGLAND_AND_WALES,
    holiday_hours=(),
    owner=BOARD,
    review_by=SPRING,
)

PRACTICES = Calendar(
    code="weekdays-8-to-half-6",
    title="8am to 6.30pm Monday to Friday, not bank holidays",
    weekly=(Opening(days=WEEKDAYS, opens=time(8, 0), closes=time(18, 30)),),
    bank_holidays=ENGLAND_AND_WALES,
    holiday_hours=(),
    owner=BOARD,
    review_by=SPRING,
)
