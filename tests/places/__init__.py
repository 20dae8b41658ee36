"""Which places are tested: the real one, and a made-up one that proves that no code knows its place?"""

BIRMINGHAM_SOLIHULL = "homeward_places.birmingham_solihull"
MILLBROOK = "tests.places.millbrook"
PLACES = (BIRMINGHAM_SOLIHULL, MILLBROOK)
