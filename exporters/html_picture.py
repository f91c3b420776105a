"""The timeline's drawing in a web page: the SVG itself, so that it needs no request and its words can be found."""

import re

from markupsafe import Markup, escape

from exporters.document import Picture
from models.errors import BugError

# What the page's own policy would block, or what could lead out of the page. The drawing has none of it.
_FORBIDDEN = re.compile(
    r"<script|<style|<foreignObject|<image|\son\w+\s*=|\sstyle\s*=|href\s*=|<!ENTITY|url\((?!#)", re.IGNORECASE
)
_TAG = re.compile("<[^>]*>")
_SVG = re.compile(r"<svg\b[^>]*>(.*)</svg>\s*\Z", re.DOTALL)


def picture_html(picture: Picture | None) -> Markup:
    """A figure with the drawing in it, nothing where there is none. Raises BugError for what is no plain drawing."""
    if picture is None:
        return Markup("")
    found = _SVG.search(picture.svg)
    if found is None or any(map(_FORBIDDEN.search, _TAG.findall(found[1]))):
        raise BugError("the drawing of the timeline is no plain SVG")
    box = f"0 0 {picture.width} {picture.height}"
    return Markup(  # noqa: S704 - our own drawing, whose texts are escaped; checked above
        f'<figure class="timeline"><svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img"'
        f' aria-label="{escape(picture.words)}">{found[1]}</svg></figure>'
    )
