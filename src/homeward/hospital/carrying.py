"""How do hospital stays move when two records are found to be one person? Whole, with all that was said of them."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    stay = "hospital_stay"
    on_merge(stay, followed_by={"access_relationship": "source_id", "episodes_task": "subject_id"})
    for part in ("criterion", "wardperiod"):
        on_merge(f"hospital_{part}", follows={"stay_id": stay})
