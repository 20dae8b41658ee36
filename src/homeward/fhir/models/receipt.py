"""Which messages were acted on, for whom, and what became of each?"""

from django.db import models


class Receipt(models.Model):
    """One message acted on. It says nothing about the person, so it can be looked up before any record is open.

    `partner` is the organisation of the system that delivered it, `sender_code` the one named in the message. The
    same message (id and content) from the same sender is answered again with what stands here.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    partner = models.TextField()
    sender_code = models.TextField()
    message_id = models.TextField()
    content_digest = models.TextField()
    kind = models.TextField()
    request_id = models.TextField()
    referral_id = models.UUIDField()
    answered_status = models.TextField()
    answered_version = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message_id", "content_digest", "partner", "sender_code"], name="fhir_receipt_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=("new", "update", "cancel", "create", "answer")),
                name="fhir_receipt_kind_known",
            ),
        ]
        indexes = [
            models.Index(fields=["request_id", "partner", "-at"], name="fhir_receipt_request"),
            models.Index(fields=["referral_id"], name="fhir_receipt_referral"),
            models.Index(fields=["partner", "at"], name="fhir_receipt_heard"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.message_id}"
