"""Which teams look after which people, since when and on what ground?"""

from django.db import models

from homeward.foundation.ids import new_id


class Relationship(models.Model):
    """One ground on which a team may open a person's record. The package that knows the ground grants and ends it.

    `source_id` is the referral, episode or registration it rests on. Nothing here points up to people: it only keeps ids.
    `objected`: the person objected to the partner that the team belongs to, so its lists do not show them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    team_code = models.CharField(max_length=100)
    kind = models.CharField(max_length=60)
    source_id = models.UUIDField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    objected = models.BooleanField(db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "team_code", "kind", "source_id"],
                condition=models.Q(ended_at__isnull=True),
                name="access_relationship_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="access_relationship_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team_code", "person_id"],
                condition=models.Q(ended_at__isnull=True),
                name="access_relationship_team",
            ),
            models.Index(fields=["source_id"], name="access_relationship_source"),
        ]

    def __str__(self) -> str:
        return f"{self.team_code} ({self.kind})"
