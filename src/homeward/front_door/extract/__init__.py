"""Which tables of lines and doors are given to analytics?"""

from homeward.front_door.extract import decisions, outcomes

TABLES = (decisions, outcomes)
