"""Which needs have been stated, what does the person want, and who owns each of them now?"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from homeward.referrals.models.standing import Standing
from homeward.referrals.vocabulary import ENDED_STATES, OPEN_STATES, SOURCES, State


class ServiceRequest(Standing):
    """A need, stated by somebody for a person (FHIR ServiceRequest). It names no service: the hub places it.

    The database refuses a state that no declared move leads to, keeps the periods of ownership by itself, and lets no
    version pass without its move (see migrations). `latest_move_*` say whose move stands, for whoever comes second.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    person_id = models.UUIDField()
    need_words = models.TextField(default="")
    wants_words = models.TextField(default="")
    risk_codes = ArrayField(models.TextField(), default=list)
    risk_words = models.TextField(default="")
    language_code = models.TextField(default="")
    interpreter_needed = models.BooleanField(null=True)
    access_needs = models.TextField(default="")
    received_at = models.DateTimeField()
    source = models.TextField()
    urgency_asked = models.TextField(default="")
    requester_organisation = models.TextField(default="")
    requester_name = models.TextField()
    requester_phone = models.TextField(default="")
    requester_kind = models.TextField(default="")
    requester_role = models.TextField(default="")
    requester_team = models.TextField(default="")
    requester_user = models.UUIDField(null=True)
    locality_code = models.TextField(null=True)
    area_codes = ArrayField(models.TextField(), default=list)
    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    idempotency_key = models.TextField(null=True, unique=True)
    rungs_climbed = models.PositiveSmallIntegerField(default=0)
    escalated_words = models.TextField(default="")
    latest_move_at = models.DateTimeField()
    latest_move_kind = models.TextField()
    latest_move_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=(*OPEN_STATES, *ENDED_STATES)), name="referrals_state_known"),
            models.CheckConstraint(condition=Q(source__in=tuple(SOURCES)), name="referrals_source_known"),
            models.CheckConstraint(
                condition=Q(state__in=ENDED_STATES, ended_at__isnull=False)
                | Q(state__in=OPEN_STATES, ended_at__isnull=True),
                name="referrals_ended_when_over",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="referrals_version_counts"),
            models.CheckConstraint(
                condition=Q(based_on__isnull=True) | ~Q(based_on=F("id")), name="referrals_not_part_of_itself"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("placed", "accepted", "in_contact")) | Q(service_code__isnull=False),
                name="referrals_placed_with_a_service",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner_team", "received_at"], condition=Q(ended_at__isnull=True), name="referrals_owner_open"
            ),
            models.Index(
                fields=["hub_team", "received_at"], condition=Q(ended_at__isnull=True), name="referrals_hub_open"
            ),
            models.Index(fields=["person_id"], name="referrals_person"),
            models.Index(fields=["person_id"], condition=Q(ended_at__isnull=True), name="referrals_person_open"),
            models.Index(
                fields=["requester_team", "-received_at"],
                condition=~Q(requester_team=""),
                name="referrals_requester_team",
            ),
            models.Index(
                fields=["requester_user", "-received_at"],
                condition=Q(requester_user__isnull=False),
                name="referrals_requester_user",
            ),
            models.Index(fields=["based_on"], condition=Q(based_on__isnull=False), name="referrals_part_of"),
            models.Index(fields=["received_at"], name="referrals_received"),
        ]

    def __str__(self) -> str:
        return f"{self.need_code} ({self.state})"

    @property
    def is_open(self) -> bool:
        """Is it still somebody's to answer?"""
        return self.ended_at is None

    @property
    def known_state(self) -> State:
        """The state, as the vocabulary's type: the database lets no other in."""
        return self.state  # type: ignore[return-value]  # held by the check constraint referrals_state_known
