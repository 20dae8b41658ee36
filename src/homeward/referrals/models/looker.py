"""Who is looking at a referral at this moment? Unlogged: a crash may forget it, and a look lasts fifteen seconds."""

from django.db import models


class Looker(models.Model):
    """One person's latest look. It names no patient."""

    id = models.BigAutoField(primary_key=True)
    referral_id = models.UUIDField()
    session = models.TextField()
    name = models.TextField()
    team_code = models.TextField(default="")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral_id", "session"], name="referrals_look_once")]
        indexes = [models.Index(fields=["seen_at"], name="referrals_look_seen")]

    def __str__(self) -> str:
        return self.name
