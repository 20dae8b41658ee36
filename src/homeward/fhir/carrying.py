"""How do messages that are kept move when two records are found to be one person? With the need they speak of."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge("fhir_keptmessage", follows={"referral_id": "referrals_servicerequest"})
    on_merge("fhir_bulkpage", stays="a copy that a system asked for as the record was then; it is gone within a day")
