"""Who keeps these declarations right, and when do they next look? (Organisation codes and days.)"""

from datetime import date

BOARD = "bsol-icb"
COMMUNITY = "bchc"
HOSPITALS = "uhb"
MENTAL_HEALTH = "bsmhft"
BIRMINGHAM_COUNCIL = "birmingham-city-council"
SOLIHULL_COUNCIL = "solihull-council"
HOSPICE = "birmingham-hospice"

# Clinical declarations are looked at again in spring, registers of areas and practices after the autumn release.
SPRING = date(2027, 4, 30)
AUTUMN = date(2027, 10, 31)
