"""Runs, note marks and paragraphs as HTML; every text is escaped here, links are http(s) only."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from exporters.document import Inline, Note, NoteMark, Paragraph, ParagraphKind, Run
from exporters.labels import Labels
from exporters.plain_text import is_safe_link


def inline_html(parts: Iterable[Inline]) -> Markup:
    """Runs and note marks; neighbouring marks stand in one raised group, parted by commas."""
    chunks: list[str] = []
    in_marks = False
    for part in parts:
        if isinstance(part, NoteMark):
            chunks.append(", " if in_marks else '<sup class="mark">')
            chunks.append(f'<a id="r{part.number}" href="#n{part.number}" role="doc-noteref">{part.number}</a>')
            in_marks = True
        else:
            if in_marks:
                chunks.append("</sup>")
                in_marks = False
            chunks.append(_run(part))
    return Markup("".join([*chunks, "</sup>"] if in_marks else chunks))  # noqa: S704  # every text in it went through escape


def side_notes_html(notes: Sequence[Note], labels: Labels) -> Markup:
    """The notes of one entry, each with a way back to its mark."""
    if not notes:
        return Markup("")
    rows = []
    for note in notes:
        label = escape(f"{labels.note.format(number=note.number)}. {labels.back_to_text}")
        number = f'<a class="number" href="#r{note.number}" aria-label="{label}">{note.number}</a>'
        rows.append(f'<p id="n{note.number}">{number}{inline_html(note.runs)}</p>')
    return Markup(f'\n<div class="notes">{"".join(rows)}</div>')  # noqa: S704  # made of inline_html and fixed tags


def note_list_html(notes: Sequence[Note]) -> Markup:
    """The notes of one entry for print, without links."""
    rows = [
        f"<p><b>{note.number}.</b>{''.join(_run(Run(run.text, run.bold, run.italic)) for run in note.runs)}</p>\n"
        for note in notes
    ]
    return Markup("".join(rows))  # noqa: S704  # every text in it went through escape


def block_html(paragraphs: Sequence[Paragraph]) -> Markup:
    """Paragraphs and nested lists. A later paragraph of a list item is set after the list, indented by its level."""
    chunks: list[str] = []
    open_lists: list[str] = []
    for paragraph in paragraphs:
        content = inline_html(paragraph.parts)
        if paragraph.kind is ParagraphKind.BODY:
            chunks += _close_lists(open_lists, 0)
            chunks.append(f'<p dir="auto">{content}</p>')
        else:
            chunks += _open_item(open_lists, paragraph)
            chunks.append(str(content))
    return Markup("".join(chunks + _close_lists(open_lists, 0)))  # noqa: S704  # made of inline_html and fixed tags


def _open_item(open_lists: list[str], item: Paragraph) -> list[str]:
    """The tags that lead to a list item: close what is deeper, change the kind, or open a list inside the last item."""
    tag = "ul" if item.kind is ParagraphKind.BULLET else "ol"
    depth = item.level + 1
    chunks = _close_lists(open_lists, depth)
    if len(open_lists) == depth:
        if open_lists[-1] == tag:
            return [*chunks, '</li><li dir="auto">']
        chunks += _close_lists(open_lists, depth - 1)
    while len(open_lists) < depth:
        open_lists.append(tag)
        start = f' start="{item.ordinal}"' if tag == "ol" and item.ordinal != 1 else ""
        chunks.append(f'<{tag}{start}><li dir="auto">')
    return chunks


def _close_lists(open_lists: list[str], depth: int) -> list[str]:
    chunks = []
    while len(open_lists) > depth:
        chunks.append(f"</li></{open_lists.pop()}>")
    return chunks


def _run(run: Run) -> str:
    text = str(escape(run.text))
    if "\n" in text:
        text = text.replace("\n", "<br>")
    if run.italic:
        text = f"<i>{text}</i>"
    if run.bold:
        text = f"<b>{text}</b>"
    if run.href and is_safe_link(run.href):
        return f'<a href="{escape(run.href)}" rel="noopener noreferrer">{text}</a>'
    return text
