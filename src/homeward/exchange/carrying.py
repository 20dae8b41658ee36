"""How does what went out move when two records are found to be one person? With the need it speaks of, or the person."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge(
        "exchange_outgoing",
        follows={"about_id": "referrals_servicerequest"},
        followed_by={"access_relationship": "source_id"},
    )
    on_merge("exchange_contactrule")
    on_merge("exchange_returnrow")
    on_merge("exchange_returnfault")
