"""When does a person want to be visited, and does it matter to them that it is somebody they know?"""

from django.db import models
from django.db.models import F, Q


class Preference(models.Model):
    """What a person, or a carer for them, wishes of every visit. The newest stands; an earlier one is never changed.

    `opens` and `closes` are minutes after midnight between which a visit is to begin; both or neither. `faces` (who comes),
    `way_in` (the door, the key) and `animals` are in the person's own words; a colleague's note carries them on unchanged.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    opens = models.PositiveSmallIntegerField(null=True)
    closes = models.PositiveSmallIntegerField(null=True)
    same_face = models.BooleanField(default=False)
    words = models.TextField(default="")
    faces = models.TextField(default="")
    way_in = models.TextField(default="")
    animals = models.TextField(default="")
    whose = models.TextField()
    said_by = models.TextField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True)
                | Q(opens__isnull=False, closes__isnull=False, closes__gt=F("opens"), closes__lte=1440),
                name="rounds_preference_hours",
            ),
            models.CheckConstraint(condition=Q(whose__in=("person", "carer")), name="rounds_preference_whose"),
        ]
        indexes = [models.Index(fields=["person_id", "-said_at"], name="rounds_preference_newest")]
