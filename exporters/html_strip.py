"""The time line at the head of a web page, as SVG without script."""

from markupsafe import Markup

from exporters.document import Document


def draw_strip(document: Document) -> Markup:
    """Nothing to draw without dated entries."""
    return Markup("")
