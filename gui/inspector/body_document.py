"""Between the blocks of a body and a QTextDocument. A citation mark is one inline object, so it is deleted as one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from gui.fonts import Role, font
from gui.inspector.markdown_text import Block, BlockKind, Span, read_markdown
from gui.inspector.markdown_writer import write_markdown
from gui.overriding import override

MARK_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
CITATION_ID = QTextFormat.Property.UserProperty.value + 1
OBJECT = "\ufffc"
LINE_BREAK = "\u2028"
LINE_HEIGHT = 23.0
PARAGRAPH_GAP = 8.0
ITEM_GAP = 2.0
LIST_INDENT = 20.0
# Stands for the cursor while its place in the Markdown is looked up; far above any id that SQLite gives.
_CURSOR_ID = 999_999_999_999_999_999
_ALIKE, _TRIES = 4, 16


class MarkPainter(QPyTextObject):
    """Draws a citation mark: the citation's number, raised, in the accent colour."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self.colour = colour
        self.numbers: dict[int, int] = {}
        self._font = font(Role.NOTE_MARK)

    def text_of(self, text_format: QTextFormat) -> str:
        """What a mark shows: the number, or "?" where its citation is gone."""
        return str(self.numbers.get(citation_of(text_format), "?"))

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # Qt
        width = QFontMetricsF(self._font).horizontalAdvance(self.text_of(format))
        return QSizeF(width + 2.0, QFontMetricsF(doc.defaultFont()).ascent() - 2.0)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,  # Qt
    ) -> None:
        painter.setFont(self._font)
        painter.setPen(self.colour)
        area = QRectF(rect).adjusted(1.0, -2.0, 1.0, 0.0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self.text_of(format))


def citation_of(text_format: QTextFormat) -> int:
    """The citation id that a mark's format carries, 0 for anything else."""
    return int(text_format.property(CITATION_ID) or 0)


def block_format(kind: BlockKind = BlockKind.PARAGRAPH) -> QTextBlockFormat:
    """Reading rhythm of the body: lines of 23 px, paragraphs 8 px apart, list items 2 px."""
    made = QTextBlockFormat()
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    made.setBottomMargin(PARAGRAPH_GAP if kind is BlockKind.PARAGRAPH else ITEM_GAP)
    return made


def span_format(span: Span, link: QColor) -> QTextCharFormat:
    """The look of one span; links are coloured and underlined, and lead nowhere by themselves."""
    made = QTextCharFormat()
    if span.bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    if span.italic:
        made.setFontItalic(True)
    if span.href:
        made.setAnchor(True)
        made.setAnchorHref(span.href)
        made.setForeground(QBrush(link))
        made.setFontUnderline(True)
    if span.citation_id:
        made.setObjectType(MARK_TYPE)
        made.setProperty(CITATION_ID, str(span.citation_id))
    return made


def look_of(made: QTextCharFormat) -> Span:
    """The look that a format gives, as a span without text."""
    return Span("", made.fontWeight() >= QFont.Weight.DemiBold.value, made.fontItalic(), made.anchorHref())


def remove_marks(document: QTextDocument, citation_id: int) -> None:
    """Take every mark of a citation out of the text."""
    places: list[int] = []
    block = document.begin()
    while block.isValid():
        for fragment in fragments_of(block):
            if citation_of(fragment.charFormat()) == citation_id:
                places.extend(fragment.position() + at for at, char in enumerate(fragment.text()) if char == OBJECT)
        block = block.next()
    cursor = QTextCursor(document)
    for place in reversed(places):
        cursor.setPosition(place)
        cursor.deleteChar()


def recolour_links(document: QTextDocument, link: QColor) -> None:
    """Show links in the colour of the theme that is shown now."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        parts = [(f.position(), f.position() + f.length(), f.charFormat()) for f in fragments_of(block)]
        for start, end, made in parts:
            if made.anchorHref():
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(span_format(look_of(made), link))
        block = block.next()


def fill_document(document: QTextDocument, blocks: tuple[Block, ...], link: QColor) -> None:
    """Replace everything in `document` by `blocks`; its undo stack is emptied."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format())
    insert_blocks(cursor, blocks, link)
    document.setUndoRedoEnabled(True)


def insert_blocks(cursor: QTextCursor, blocks: tuple[Block, ...], link: QColor) -> None:
    """Insert `blocks` at the cursor as one step; the first one joins the paragraph the cursor stands in."""
    cursor.beginEditBlock()
    lists: list[QTextList] = []
    for index, block in enumerate(blocks):
        if index:
            made = block_format(block.kind)
            if block.kind is BlockKind.PARAGRAPH and blocks[index - 1].kind is not BlockKind.PARAGRAPH:
                made.setTopMargin(PARAGRAPH_GAP - ITEM_GAP)
            cursor.insertBlock(made, QTextCharFormat())
        if block.kind is BlockKind.PARAGRAPH:
            lists.clear()
        elif index or not cursor.block().textList():
            _join_list(cursor, block, lists)
        for span in block.spans:
            text = OBJECT if span.citation_id else span.text.replace("\n", LINE_BREAK)
            cursor.insertText(text, span_format(span, link))
    cursor.endEditBlock()


def _join_list(cursor: QTextCursor, block: Block, lists: list[QTextList]) -> None:
    del lists[block.level + 1 :]
    style = list_style(block.kind)
    if len(lists) > block.level and lists[block.level].format().style() == style:
        lists[block.level].add(cursor.block())
        return
    list_format = QTextListFormat()
    list_format.setStyle(style)
    list_format.setIndent(block.level + 1)
    if block.kind is BlockKind.NUMBER:
        list_format.setStart(block.number)
    del lists[block.level :]
    lists.append(cursor.createList(list_format))


def list_style(kind: BlockKind) -> QTextListFormat.Style:
    """Qt's list style of a kind of list item."""
    return QTextListFormat.Style.ListDecimal if kind is BlockKind.NUMBER else QTextListFormat.Style.ListDisc


def read_document(document: QTextDocument, *, cursor_at: int | None = None) -> list[Block]:
    """The blocks of a document; with `cursor_at` (UTF-16 position) a stand-in mark where the cursor is."""
    blocks: list[Block] = []
    block = document.begin()
    while block.isValid():
        blocks.append(_read_block(block, cursor_at))
        block = block.next()
    return blocks


def _read_block(block: QTextBlock, cursor_at: int | None) -> Block:
    spans = tuple(span for fragment in fragments_of(block) for span in _read_fragment(fragment, cursor_at))
    has_cursor = cursor_at is not None and block.position() <= cursor_at < block.position() + block.length()
    if has_cursor and not any(span.citation_id == _CURSOR_ID for span in spans):
        spans = (*spans, Span(citation_id=_CURSOR_ID))
    text_list = list_of(block)
    if text_list is None:
        return Block(spans)
    made = text_list.format()
    if made.style() != QTextListFormat.Style.ListDecimal:
        return Block(spans, BlockKind.BULLET, made.indent() - 1)
    return Block(spans, BlockKind.NUMBER, made.indent() - 1, made.start() + text_list.itemNumber(block))


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block belongs to; Qt's stubs leave out that there may be none."""
    return block.textList()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """The fragments of one look of a block, in order."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _read_fragment(fragment: QTextFragment, cursor_at: int | None) -> Iterator[Span]:
    made = fragment.charFormat()
    look = look_of(made)
    text = fragment.text()
    if cursor_at is None or not fragment.position() <= cursor_at < fragment.position() + fragment.length():
        yield from _read_text(text, look, citation_of(made))
        return
    units = text.encode("utf-16-le", "surrogatepass")
    split = 2 * (cursor_at - fragment.position())
    yield from _read_text(units[:split].decode("utf-16-le", "replace"), look, citation_of(made))
    yield replace(look, href="", citation_id=_CURSOR_ID)
    yield from _read_text(units[split:].decode("utf-16-le", "replace"), look, citation_of(made))


def _read_text(text: str, look: Span, citation_id: int) -> Iterator[Span]:
    for index, part in enumerate(text.split(OBJECT)):
        if index and citation_id:
            yield replace(look, href="", citation_id=citation_id)
        if part:
            yield replace(look, text=part.replace(LINE_BREAK, "\n"))


def offset_at(document: QTextDocument, position: int, body: str) -> int | None:
    """Where in the Markdown of the document, `body`, a mark for `position` belongs (in characters); None where only the end
    is safe."""
    plain = write_markdown(read_document(document))
    stand_in = f"[^{_CURSOR_ID}]"
    marked = write_markdown(read_document(document, cursor_at=position))
    found = marked.find(stand_in)
    if found >= 0 and marked.replace(stand_in, "", 1) != plain:
        found = next((at for at, (a, b) in enumerate(zip(plain, marked, strict=False)) if a != b), len(plain))
    if found < 0 or not _keeps_text(plain, found, stand_in):
        return None
    return found if body == plain else _same_place(plain, found, body, stand_in)


def _same_place(plain: str, found: int, body: str, mark: str) -> int | None:
    """The place of a mark in another writing of the same text; None where it is none of those that look alike."""
    wanted = read_markdown(plain[:found] + mark + plain[found:])
    before, after = plain[max(0, found - _ALIKE) : found], plain[found : found + _ALIKE]
    places = {match.start() + len(before) for match in re.finditer(f"(?={re.escape(before)})", body)}
    places.update(match.start() for match in re.finditer(f"(?={re.escape(after)})", body))
    near = found * len(body) / max(1, len(plain))
    nearest = sorted(places, key=lambda at: abs(at - near))[:_TRIES]
    return next((at for at in nearest if read_markdown(body[:at] + mark + body[at:]) == wanted), None)


def _keeps_text(plain: str, at: int, mark: str) -> bool:
    spans = [span for block in read_markdown(plain[:at] + mark + plain[at:]) for span in block.spans]
    before = [span for block in read_markdown(plain) for span in block.spans]
    has_mark = any(span.citation_id == _CURSOR_ID for span in spans)
    return has_mark and "".join(span.text for span in spans) == "".join(span.text for span in before)


def marks_in(document: QTextDocument) -> Mapping[int, int]:
    """How often each citation is marked in the document."""
    found: dict[int, int] = {}
    for block in read_document(document):
        for span in block.spans:
            if span.citation_id:
                found[span.citation_id] = found.get(span.citation_id, 0) + 1
    return found
