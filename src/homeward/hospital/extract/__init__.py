"""Which tables of the way home are given to analytics?"""

from homeward.hospital.extract import bed_stays, criteria, follow_ups, home_care, stays

TABLES = (stays, criteria, bed_stays, home_care, follow_ups)
