"""Who sent it: an organisation's system, or an app that somebody let act for them?"""

_APP = "app:"


def source_of_app(client_id: str) -> str:
    """The source under which what an app sends is kept: its own, not that of whoever let it in."""
    return f"{_APP}{client_id}"


def app_of_source(source: str) -> str:
    """The client id of the app that a source is; '' for an organisation."""
    return source.removeprefix(_APP) if source.startswith(_APP) else ""
