"""Which app did somebody let act for them, in which role, about whom, within which scopes, until when?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from homeward.access.models.api_client import ApiClient
from homeward.access.models.membership import Membership
from homeward.access.models.user import User
from homeward.foundation.ids import new_id


class AppGrant(models.Model):
    """One yes on the consent page. Every code and token of it dies with it.

    `person_id` is the person in context: whose record was open when the app was let in, or who was chosen then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey(ApiClient, on_delete=models.PROTECT, related_name="grants")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="grants")
    person_id = models.UUIDField(null=True)
    scopes = ArrayField(models.CharField(max_length=100), default=list)
    allowed_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_words = models.CharField(max_length=200, default="")
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("allowed_at")), name="access_appgrant_ends_after_start"
            )
        ]
        indexes = [models.Index(fields=["user", "-allowed_at"], name="access_appgrant_of_user")]

    def __str__(self) -> str:
        return f"{self.client_id} for {self.user_id}"
