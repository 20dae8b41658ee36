"""How is something read for a partner's system when nobody knocks? As that system, at the address of ours that is made known."""

from dataclasses import dataclass

from django.conf import settings

from homeward.fhir.door.route import Call


@dataclass(kw_only=True)
class Unasked(Call):
    """A call that no request began."""

    def address(self, path: str) -> str:
        """The whole address of something under the FHIR base."""
        return f"{settings.HOMEWARD_PUBLIC_URL}/fhir/R4/{path}"
