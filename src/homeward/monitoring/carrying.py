"""How do stays on a virtual ward move when two records are found to be one person? With the need they are for."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge(
        "monitoring_stay",
        follows={"referral_id": "referrals_servicerequest"},
        followed_by={"access_relationship": "source_id"},
    )
    for table in ("observationset", "gap", "review"):
        on_merge(f"monitoring_{table}", follows={"stay_id": "monitoring_stay"})
    on_merge(
        "monitoring_alert", follows={"stay_id": "monitoring_stay"}, followed_by={"access_relationship": "source_id"}
    )
    on_merge("monitoring_telling", follows={"alert_id": "monitoring_alert"})
