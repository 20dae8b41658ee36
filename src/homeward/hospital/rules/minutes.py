"""What does a time typed in whole minutes mean beside a moment kept to the second?"""

from datetime import datetime, timedelta


def within_the_minute(moment: datetime, *, began: datetime) -> datetime:
    """`moment`, but `began` when it was typed as the very minute in which that was: nobody types seconds."""
    return began if timedelta() < began - moment < timedelta(minutes=1) else moment
