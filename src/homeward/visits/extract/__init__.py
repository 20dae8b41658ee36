"""Which tables of visits and answers are given to analytics?"""

from homeward.visits.extract import numbers_told, visits

TABLES = (visits, numbers_told)
