"""How do referrals move when two records are found to be one person? Whole, with all that hangs on them."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    need = "referrals_servicerequest"
    below = {
        "access_relationship": "source_id", "access_link": "subject_id", "episodes_episodeofcare": "referral_id",
        "episodes_task": "subject_id", "episodes_clock": "subject_id",
    }  # fmt: skip
    on_merge(need, follows={"based_on_id": need}, followed_by=below)
    for part in ("move", "ownerperiod", "informationrequest", "answer", "advice", "externalid", "notice"):
        on_merge(f"referrals_{part}", follows={"referral_id": need})
