"""How do partners' records move when two records are found to be one person? All of them, with what is on its way in."""

from homeward.people.api import on_merge


def declare_all() -> None:
    """Called when Django is ready."""
    on_merge("records_item")
    on_merge("records_version", follows={"item_id": "records_item"})
    on_merge("records_row", follows={"item_id": "records_item"})
    on_merge("records_subject")
    on_merge("records_detail", follows={"item_id": "records_item"})
