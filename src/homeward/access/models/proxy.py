"""Who acts for whom, in which matters, until when?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.access.models.user import User
from homeward.foundation.ids import new_id


class Proxy(models.Model):
    """A citizen's account acts for one person within `scopes` until a moment, or until it is ended.

    `checked` says how it was made sure that the person wants it (or that the law gives it to them).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="proxies")
    holder_name = models.TextField()
    relation = models.TextField()
    scopes = ArrayField(models.TextField())
    checked = models.TextField()
    granted_by_id = models.UUIDField(null=True)
    granted_by = models.TextField()
    granted_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(default="")
    ended_words = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("granted_at")), name="access_proxy_ends"),
            models.UniqueConstraint(
                fields=["person_id", "user"], condition=Q(ended_at__isnull=True), name="access_proxy_once"
            ),
        ]
        indexes = [models.Index(fields=["user"], condition=Q(ended_at__isnull=True), name="access_proxy_holder")]

    def __str__(self) -> str:
        return f"{self.holder_name} ({self.relation})"
