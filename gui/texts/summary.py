"""The beginning of a body as plain words."""

from services.plain_text import plain_text


def plain_summary(markdown: str) -> str:
    """The beginning of a body on one line, without its marks."""
    return " ".join(plain_text(markdown).split())
