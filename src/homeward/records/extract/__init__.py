"""Which tables of partners' records are given to analytics?"""

from homeward.records.extract import conditions, encounters, immunizations, medication, observations

TABLES = (observations, conditions, immunizations, medication, encounters)
