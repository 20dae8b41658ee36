"""How do visits and their answers move when two records are found to be one person? With the need they are for."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge(
        "visits_encounter",
        follows={"referral_id": "referrals_servicerequest"},
        followed_by={"access_relationship": "source_id"},
    )
    on_merge("visits_answer", follows={"encounter_id": "visits_encounter"})
