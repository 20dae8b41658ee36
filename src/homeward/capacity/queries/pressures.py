"""At which level did each trigger stand when it was last looked at, and since when?"""

from collections.abc import Mapping
from datetime import datetime

from homeward.capacity.models import Pressure


def newest_pressures() -> Mapping[str, tuple[int, datetime]]:
    """Level and moment of the newest change, by trigger."""
    newest = Pressure.objects.order_by("trigger_code", "-at", "-id").distinct("trigger_code")
    return {each.trigger_code: (each.level, each.at) for each in newest}
