"""Which of Homeward's packages are here to be installed into Django?

A package joins by having an `apps.py`; the order is the house's, from the ground up.
"""

from pathlib import Path

HOMEWARD = Path(__file__).resolve().parents[1]
HOUSE = (
    "foundation", "directory", "access", "people", "records", "capacity", "episodes", "referrals", "visits", "plans", "hospital", "front_door", "monitoring", "rounds",
    "meetings", "community", "care_homes", "end_of_life", "population", "measures", "simulation", "programmes",
    "demo", "bench", "exchange", "web", "fhir",
)  # fmt: skip


def present(name: str) -> bool:
    """Is this package here?"""
    return (HOMEWARD / name / "apps.py").exists()


def homeward_apps() -> list[str]:
    """The packages that are here, from the ground up."""
    return [f"homeward.{name}" for name in HOUSE if present(name)]
