"""Which part of a referral moves? The same columns stand in the referral (now) and in each move (after it)."""

from django.db import models


class Standing(models.Model):
    """Where a referral stands. The owner is never missing: it is a declared team, by a foreign key.

    `urgency_advised` is what the protocol advised at triage (null: not triaged yet). `urgency_wanted` is a lower
    urgency that waits for a second look by somebody other than `second_look_not_by`.
    """

    state = models.TextField()
    owner_team = models.ForeignKey("directory.Team", on_delete=models.PROTECT, related_name="+", db_column="owner_team")
    hub_team = models.ForeignKey("directory.Team", on_delete=models.PROTECT, related_name="+", db_column="hub_team")
    owner_user = models.UUIDField(null=True)
    need_code = models.TextField()
    urgency = models.TextField()
    urgency_advised = models.TextField(null=True)
    urgency_wanted = models.TextField(null=True)
    second_look_not_by = models.UUIDField(null=True)
    service_code = models.TextField(null=True)
    episode_id = models.UUIDField(null=True)
    outcome_code = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)
    information_wanted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField()

    class Meta:
        abstract = True


STANDING: tuple[str, ...] = tuple(each.attname for each in Standing._meta.local_fields if each.name != "version")
