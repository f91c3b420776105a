"""The keys of the sidebar's rows for saved views and tags, `view:7` and `tag:3`, and what they stand for."""

from models.snapshots import ProjectCounts, SavedViewCard, TagCard


def view_key(view: SavedViewCard) -> str:
    """The key of a saved view's row."""
    return f"view:{view.id}"


def tag_key(tag: TagCard) -> str:
    """The key of a tag's row."""
    return f"tag:{tag.id}"


def view_of(counts: ProjectCounts, key: str) -> SavedViewCard | None:
    """The saved view behind a key; None where it is gone, or the key stands for something else."""
    return next((view for view in counts.views if view_key(view) == key), None)


def tag_of(counts: ProjectCounts, key: str) -> TagCard | None:
    """The tag behind a key; None where it is gone, or the key stands for something else."""
    return next((tag for tag in counts.tags if tag_key(tag) == key), None)
