"""Which partners' systems asked to be told of changes, of what and where?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Subscription(models.Model):
    """One FHIR R4 Subscription by rest-hook. It holds nothing about anybody: `person_id` in `asked` is an id alone.

    `criteria` is as sent; `kind` and `asked` are what was read of it. `sealed_headers` are kept encrypted. `teams` are
    those whose relationships let the subscriber know of a person.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    client_name = models.TextField()
    client_id = models.UUIDField(null=True)
    organisation = models.TextField()
    role = models.TextField(default="")
    teams = ArrayField(models.TextField(), default=list)
    criteria = models.TextField()
    kind = models.TextField()
    asked = models.JSONField(default=dict)
    endpoint = models.TextField()
    payload = models.TextField(default="none")
    sealed_headers = models.TextField(default="")
    reason = models.TextField(default="")
    status = models.TextField(default="active")
    error = models.TextField(default="")
    errors = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=("requested", "active", "error", "off")), name="exchange_subscription_status"
            ),
            models.CheckConstraint(
                condition=Q(payload__in=("none", "id", "full")), name="exchange_subscription_payload"
            ),
        ]
        indexes = [
            models.Index(fields=["kind"], condition=Q(status="active"), name="exchange_subscription_kind"),
            models.Index(fields=["organisation", "-made_at"], name="exchange_subscription_of"),
        ]

    def __str__(self) -> str:
        return f"{self.client_name}: {self.criteria}"
