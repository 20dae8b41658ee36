"""How do hospital stays move when two records are found to be one person? Whole, with all that was said of them."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    stay, care, bed = "hospital_stay", "hospital_homecare", "hospital_bedstay"
    below = {"access_relationship": "source_id", "episodes_task": "subject_id"}
    on_merge(stay, followed_by=below)
    for part in ("criterion", "wardperiod", "description", "choice", "delay"):
        on_merge(f"hospital_{part}", follows={"stay_id": stay})
    on_merge("hospital_feedrow", follows={"stay_id": stay})
    on_merge(care, follows={"stay_id": stay}, followed_by=below)
    for part in ("homecareoffer", "homecarechange"):
        on_merge(f"hospital_{part}", follows={"request_id": care})
    on_merge(bed, follows={"stay_id": stay}, followed_by=below)
    on_merge("hospital_bedgoal", follows={"bed_stay_id": bed})
    on_merge("hospital_followup", follows={"stay_id": stay, "bed_stay_id": bed})
