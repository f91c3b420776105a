"""Copy and paste of body text: words, our own Markdown, and nothing that another program formatted."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextDocumentFragment

from gui.inspector.body_document import insert_blocks, marks_in, read_document
from gui.inspector.markdown_text import Block, Span, clean_body, read_markdown
from gui.inspector.markdown_writer import write_markdown

BODY_MIME = "application/x-dateline-body"


def can_paste(source: QMimeData) -> bool:
    """True where there are words to paste."""
    return source.hasFormat(BODY_MIME) or source.hasText() or source.hasHtml()


def copy_selection(cursor: QTextCursor, numbers: dict[int, int]) -> QMimeData:
    """The selection as plain text (marks as "[1]") and as our own Markdown."""
    part = QTextDocument()
    QTextCursor(part).insertFragment(cursor.selection())
    blocks = read_document(part)
    data = QMimeData()
    data.setText("\n".join("".join(_plain(span, numbers) for span in block.spans) for block in blocks))
    data.setData(BODY_MIME, write_markdown(blocks).encode())
    return data


def _plain(span: Span, numbers: dict[int, int]) -> str:
    return f"[{numbers.get(span.citation_id, '?')}]" if span.citation_id else span.text


def paste(cursor: QTextCursor, source: QMimeData, numbers: dict[int, int], link: QColor) -> None:
    """Replace the selection by what `source` holds, as one step.

    A mark comes along only where its citation belongs to this incident (`numbers`) and is not marked already.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if source.hasFormat(BODY_MIME):
        markdown = bytes(source.data(BODY_MIME).data()).decode("utf-8", "replace")
        allowed = numbers.keys() - marks_in(cursor.document()).keys()
        insert_blocks(cursor, tuple(_without_marks(block, allowed) for block in read_markdown(markdown)), link)
    else:
        text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        cursor.insertText(clean_body(text), QTextCharFormat())
    cursor.endEditBlock()


def _without_marks(block: Block, allowed: set[int]) -> Block:
    spans = tuple(span for span in block.spans if not span.citation_id or span.citation_id in allowed)
    return Block(spans, block.kind, block.level, block.number)
