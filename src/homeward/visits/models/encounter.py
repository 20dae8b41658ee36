"""Which visits and other contacts are planned or were made?"""

from django.db import models
from django.db.models import Q

STATES = ("planned", "started", "seen", "not_seen", "stopped")


class Encounter(models.Model):
    """One contact with a person for one need (FHIR Encounter).

    `contact_at` is when the person was seen, as told; `recorded_at` when it was written down. `contact_key` comes from
    the page that recorded it, so that a second tap or a retry on a bad line makes no second contact. `notice` tells
    the visitor what whoever plans says of the visit, and `changed` what became of the person since it was planned (moved, in
    hospital), which a new plan leaves standing. `written_at` is when it was written down on a telephone without a
    signal; `recorded_at` is then when it arrived. `read_before`: who had opened the record in the 24 hours before the contact, as
    the access log said when it was recorded: the visitor, somebody of the team, or nobody.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    referral_id = models.UUIDField()
    episode_id = models.UUIDField(null=True)
    team_code = models.TextField()
    practitioner_user = models.UUIDField(null=True)
    practitioner_name = models.TextField(default="")
    state = models.TextField()
    way = models.TextField(default="in_person")
    planned_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    purpose = models.TextField(default="")
    started_at = models.DateTimeField(null=True)
    contact_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)
    outcome_code = models.TextField(default="")
    words = models.TextField(default="")
    not_seen_code = models.TextField(default="")
    notice = models.TextField(default="")
    changed = models.TextField(default="", db_default="")
    read_before = models.TextField(null=True)
    contact_key = models.TextField(null=True, unique=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="visits_encounter_state"),
            models.CheckConstraint(
                condition=Q(state="seen", contact_at__isnull=False) | (~Q(state="seen") & Q(contact_at__isnull=True)),
                name="visits_encounter_seen",
            ),
            models.CheckConstraint(
                condition=(Q(state="not_seen") & ~Q(not_seen_code="")) | (~Q(state="not_seen") & Q(not_seen_code="")),
                name="visits_encounter_not_seen",
            ),
            models.CheckConstraint(
                condition=Q(way__in=("in_person", "telephone", "video")), name="visits_encounter_way"
            ),
            models.CheckConstraint(
                condition=Q(read_before__isnull=True) | Q(read_before__in=("visitor", "team", "nobody")),
                name="visits_encounter_read_before",
            ),
        ]
        indexes = [
            models.Index(fields=["referral_id"], name="visits_encounter_referral"),
            models.Index(fields=["person_id"], name="visits_encounter_person"),
            models.Index(
                fields=["team_code", "planned_at"],
                name="visits_encounter_open",
                condition=Q(state__in=("planned", "started")),
            ),
            models.Index(
                fields=["team_code", "recorded_at"],
                name="visits_encounter_done",
                condition=Q(state__in=("seen", "not_seen", "stopped")),
            ),
        ]
