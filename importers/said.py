"""What files say of themselves in their properties, checked: programs fill these in too, and not for a reader."""

import re

from importers.plain_text import title_of

# What programs name a file of themselves says nothing of what is in it.
_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|Excel|PowerPoint) - ", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"\W*(?:untitled|unnamed|(?:new )?document|presentation|print|scan(?:ned)?|image|layout|slide|title|microsoft word)?"
    r"(?:[\W\d_]|document|presentation|page)*"
    r"|.*\.(?:docx?|odt|rtf|indd|qx[dp]|pdf|tex|dvi|e?ps|html?|txt|xlsx?|pptx?|pub|ai)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,8}")
_MAX_SAID = 10_000


def title_said(text: str) -> str:
    """The title that a file gives itself, "" where a program made it up."""
    title = _PROGRAM.sub("", " ".join(text[:_MAX_SAID].split()))
    return "" if _NO_TITLE.fullmatch(title) else title_of(title)


def language_said(text: str) -> str:
    """A BCP 47 tag as it stands, "" where it is none."""
    tag = text.strip()
    return tag if _LANGUAGE.fullmatch(tag) else ""
