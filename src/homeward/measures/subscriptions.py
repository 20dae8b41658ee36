"""What does the house do with numbers by itself? It watches them, and says where one changed."""

from homeward.access import api as access
from homeward.measures.vocabulary import JOB


def subscribe_all() -> None:
    """Declare the job that watches."""
    access.declare_job(
        JOB, words="watching the numbers for changes that chance does not explain", permits=("number.raise_flag",)
    )
