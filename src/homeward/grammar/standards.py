"""Which populations are rates standardised to, and how many of each age do they have?"""

from collections.abc import Mapping

# European Standard Population 2013 (Eurostat, Revision of the European Standard Population, 2013): of 100,000 people so many
# in the band that begins at that age; the last band has no end.
_EUROPEAN_2013 = (
    (0, 5000), (5, 5500), (10, 5500), (15, 5500), (20, 6000), (25, 6000), (30, 6500), (35, 7000), (40, 7000), (45, 7000),
    (50, 7000), (55, 6500), (60, 6000), (65, 5500), (70, 5000), (75, 4000), (80, 2500), (85, 1500), (90, 1000),
)  # fmt: skip

# By the words that a measure says in `standard`: the first age of each band, youngest first, and its weight.
STANDARDS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "European standard population 2013": _EUROPEAN_2013,
    "European standard population 2013, ages 65 and over": tuple(band for band in _EUROPEAN_2013 if band[0] >= 65),
}
