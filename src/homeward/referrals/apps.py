"""Which Django app holds referrals?"""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The hub: needs, triage, placing, owners, advice."""

    name = "homeward.referrals"
    label = "referrals"

    def ready(self) -> None:
        from homeward.referrals.carrying import declare_all
        from homeward.referrals.subscriptions import subscribe_all  # models may be imported only once Django is ready

        declare_all()
        subscribe_all()
