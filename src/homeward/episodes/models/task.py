"""What has to be done for a person, by which team, by when?"""

from django.db import models
from django.db.models import Q

from homeward.episodes.vocabulary import SUBJECTS


class Task(models.Model):
    """One thing to do (FHIR Task). It always has an owning team; a person on it is a courtesy, not a gap.

    `subject_kind` says what `subject_id` names: a referral, a stay in hospital, a call, or the question of a follow-up; '' where nobody
    knows any more. `asked_by` is the account of the citizen who wrote `asked_words` to the team; `answer` is what the team wrote back.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    subject_id = models.UUIDField()
    subject_kind = models.TextField(default="", db_default="")
    episode = models.ForeignKey("episodes.EpisodeOfCare", on_delete=models.PROTECT, null=True, related_name="tasks")
    title = models.TextField()
    owner_team = models.TextField()
    owner_user = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    done_on_kind = models.TextField(default="")
    added_at = models.DateTimeField()
    added_by = models.TextField()
    done_at = models.DateTimeField(null=True)
    done_by = models.TextField(default="")
    stopped_why = models.TextField(default="")
    asked_by = models.UUIDField(null=True)
    asked_words = models.TextField(default="")
    answer = models.TextField(default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(owner_team=""), name="episodes_task_owned"),
            models.CheckConstraint(condition=Q(subject_kind__in=("", *SUBJECTS)), name="episodes_task_subject_kind"),
        ]
        indexes = [
            models.Index(fields=["owner_team", "due_at"], name="episodes_task_open", condition=Q(done_at__isnull=True)),
            models.Index(fields=["subject_id"], name="episodes_task_subject"),
            models.Index(fields=["person_id"], name="episodes_task_person"),
        ]
