"""Millbrook: a made-up town of one council, one hub and four services. Nobody lives there."""

from datetime import date

OWNER = "mill-trust"
REVIEW = date(2030, 1, 31)
SINCE = date(2020, 4, 1)
