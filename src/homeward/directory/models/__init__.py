"""Which tables does the directory keep?"""

from homeward.directory.models.area import Area
from homeward.directory.models.area_membership import AreaMembership
from homeward.directory.models.confirmation import Confirmation
from homeward.directory.models.declaration import Declaration
from homeward.directory.models.healthcare_service import HealthcareService
from homeward.directory.models.loading import Loading
from homeward.directory.models.named_contact import NamedContact
from homeward.directory.models.organisation import Organisation
from homeward.directory.models.team import Team

__all__ = [
    "Area",
    "AreaMembership",
    "Confirmation",
    "Declaration",
    "HealthcareService",
    "Loading",
    "NamedContact",
    "Organisation",
    "Team",
]
