"""What has a person said about handing on their record: for which purpose, to which partner, in which version?"""

from django.db import models
from django.db.models import Q

from homeward.foundation.ids import new_id


class Consent(models.Model):
    """One saying (FHIR Consent: `provision.type` permit or deny, `provision.purpose`, `provision.actor`).

    A new saying about the same purpose and partner is a new row, one version up; the former is superseded, never
    changed. `partner_code` '' means everybody.
    """

    CONSENT, OBJECTION, WITHDRAWN = "consent", "objection", "withdrawn"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_id = models.UUIDField()
    kind = models.TextField()
    purpose_code = models.TextField()
    partner_code = models.TextField(default="")
    version = models.PositiveIntegerField()
    words = models.TextField(default="")
    said_by = models.TextField()
    recorded_by_id = models.UUIDField(null=True)
    recorded_by = models.TextField()
    organisation_code = models.TextField()
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=("consent", "objection", "withdrawn")), name="access_consent_kind"
            ),
            models.UniqueConstraint(
                fields=["person_id", "purpose_code", "partner_code"],
                condition=Q(superseded_at__isnull=True),
                name="access_consent_one_stands",
            ),
            models.UniqueConstraint(
                fields=["person_id", "purpose_code", "partner_code", "version"], name="access_consent_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
