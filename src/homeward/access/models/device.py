"""Which telephones carry people's records without a signal, whose are they, and which were lost?"""

from django.db import models
from django.db.models import Q

from homeward.access.models.user import User
from homeward.foundation.ids import new_id


class Device(models.Model):
    """A telephone set up by its user for one role. Only the SHA-256 of its token is kept; nothing here says whom it carries.

    `waiting` is how many records it had not sent at `seen_at`, its last call. `lost_at`: it was said to be lost.
    `wiped_at`: it told us that it deleted everything, `left_behind` records among it that had never been sent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="devices")
    organisation_code = models.CharField(max_length=100)
    role_code = models.CharField(max_length=100)
    name = models.CharField(max_length=60)
    digest = models.BinaryField(max_length=32, unique=True)
    added_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    waiting = models.PositiveIntegerField(default=0)
    lost_at = models.DateTimeField(null=True)
    lost_by = models.CharField(max_length=200, default="")
    wiped_at = models.DateTimeField(null=True)
    left_behind = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lost_at__isnull=True, lost_by="") | (Q(lost_at__isnull=False) & ~Q(lost_by="")),
                name="access_device_lost_by",
            )
        ]
        indexes = [models.Index(fields=["user", "-added_at"], name="access_device_user")]

    def __str__(self) -> str:
        return self.name
