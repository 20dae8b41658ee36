"""Which events does the hub hear of, and what does it do by itself?"""


def subscribe_all() -> None:
    """Nothing yet is heard."""
