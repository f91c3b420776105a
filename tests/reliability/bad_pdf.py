"""Hostile PDF files."""

import zlib

from tests.pdf_files import FONT, Placed, column, drawn, extra_number, paged, pdf_of, stream_of
from tests.reliability.bad_bytes import Bad, lured, noisy, plain, ready

WORDS = drawn(column("The bridge was closed on 4 May 2024.\nIt opened again two days later."))
SOUND_PDF = paged(WORDS, WORDS, info={"Title": "The bridge", "Author": "Anna Berg", "CreationDate": "D:20240503"})
_RESOURCES = b"/Resources<</Font<</F1 3 0 R>>>>"


def _tree(tree: bytes, *more: bytes, catalog: bytes = b"") -> bytes:
    """One page, number 4, in a tree of one's own; `more` are numbered from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R%b>>" % _RESOURCES
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog, tree, FONT, page, stream_of(WORDS), *more])


def _locked(lock: bytes) -> bytes:
    return paged(WORDS, extra=[lock], trailer=b"/Encrypt %d 0 R/ID[<00><00>]" % extra_number(1))


def _bomb(size: int, layers: int = 1) -> bytes:
    """A page whose content unpacks to `size` bytes."""
    packed, filters = b" " * size, b""
    for _ in range(layers):
        packed, filters = zlib.compress(packed, 9), filters + b"/FlateDecode"
    page = b"<</Length %d/Filter[%b]>>stream\n%b\nendstream" % (len(packed), filters, packed)
    owner = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R%b>>" % _RESOURCES
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, owner, page])


def _actions(file: str, web: str) -> bytes:
    launch = f"<</S/Launch/F({file})/Next<</S/URI/URI({web})/Next<</S/JavaScript/JS(app.launchURL\\('{web}'\\))>>>>>>"
    more = f"/AA<</O {launch}>>/Names<</JavaScript<</Names[(a) {launch}]>>>>/OpenAction {launch}"
    return paged(WORDS, catalog=more.encode())


def _referring(file: str, web: str) -> bytes:
    enclosed = f"<</Type/Filespec/F({file})/UF(../../../../tmp/evil)/EF<</F 4 0 R>>>>".encode()
    remote = (
        f"<</Type/XObject/Subtype/Form/F<</FS/URL/F({web})>>/FFilter/FlateDecode/Length 0>>stream\n\nendstream".encode()
    )
    number = extra_number(1)
    return paged(
        b"/A Do " + WORDS,
        extra=[enclosed, remote],
        resources=b"/XObject<</A %d 0 R>>" % (number + 1),
        catalog=b"/Names<</EmbeddedFiles<</Names[(a) %d 0 R]>>>>/AcroForm<</XFA 4 0 R>>" % number,
    )


def _self_drawn() -> bytes:
    form = stream_of(
        b"/A Do /A Do " + WORDS,
        b"/Type/XObject/Subtype/Form/BBox[0 0 600 600]/Resources<</XObject<</A %d 0 R>>>>" % extra_number(1),
    )
    return paged(b"/A Do " + WORDS, extra=[form], resources=b"/XObject<</A %d 0 R>>" % extra_number(1))


def _mapped(table: bytes) -> bytes:
    head = b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00><ff> endcodespacerange\n"
    font = FONT.replace(b">>", b"/ToUnicode %d 0 R>>" % extra_number(1, 1))
    made = paged(b"BT /F2 12 Tf 72 700 Td (xABCDx) Tj ET", extra=[font, stream_of(head + table)])
    return made.replace(b"/F1 3 0 R>>", b"/F2 %d 0 R>>" % extra_number(1))


def _picture(filters: bytes, data: bytes) -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB" + filters
    return paged(
        b"/A Do " + WORDS, extra=[stream_of(data, entries)], resources=b"/XObject<</A %d 0 R>>" % extra_number(1)
    )


_ONE = b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
_STANDARD = b"<</Filter/Standard/V %d/R %d/Length %d/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">/P -4>>"
FILES: tuple[Bad, ...] = (
    *(
        ready(".pdf", f"a password (revision {r})", _locked(_STANDARD % (v, r, n)))
        for v, r, n in ((1, 2, 40), (2, 3, 128), (4, 4, 128), (5, 5, 256), (5, 6, 256), (9, 9, 9))
    ),
    plain(".pdf", "a lock that nobody knows", lambda: _locked(b"<</Filter/Unheard.of>>")),
    plain(".pdf", "the first line alone", lambda: b"%PDF-1.7\n"),
    plain(".pdf", "zeros behind the first line", lambda: b"%PDF-1.7\n" + b"\0" * 50_000),
    plain(".pdf", "words", lambda: b"The bridge was closed on 4 May 2024."),
    plain(".pdf", "no pages", lambda: pdf_of([b"<</Type/Catalog>>"])),
    plain(".pdf", "a tree of pages that is a circle", lambda: _tree(b"<</Type/Pages/Kids[2 0 R]/Count 1>>")),
    plain(".pdf", "a circle behind a page", lambda: _tree(b"<</Type/Pages/Kids[4 0 R 2 0 R 9 0 R]/Count 3>>")),
    plain(".pdf", "two thousand million pages, it says", lambda: _tree(_ONE.replace(b"Count 1", b"Count 2000000000"))),
    plain(".pdf", "fewer than no pages", lambda: _tree(_ONE.replace(b"Count 1", b"Count -7"))),
    plain(".pdf", "20,000 pages", lambda: _tree(b"<</Type/Pages/Kids[%b]/Count 20000>>" % (b"4 0 R " * 20_000))),
    plain(
        ".pdf",
        "a tree of 4,000 levels",
        lambda: _tree(
            b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
            *[b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (at + 1, at - 1) for at in range(6, 4000)],
        ),
    ),
    plain(".pdf", "200,000 nested lists", lambda: _tree(_ONE, catalog=b"/X " + b"[" * 200_000 + b"]" * 200_000)),
    plain(".pdf", "nested drawing", lambda: paged(b"[" * 200_000 + b"/A <</B" * 200_000 + b"q " * 200_000 + WORDS)),
    plain(".pdf", "300 MB in 300 kB", lambda: _bomb(300_000_000)),
    plain(".pdf", "a bomb in a bomb", lambda: _bomb(1_000_000_000 // 2, 3)),
    plain(".pdf", "a form that draws itself", _self_drawn),
    lured(".pdf", "programs to start", lambda lures: _actions(lures.path, lures.web)),
    lured(".pdf", "files enclosed and afar", lambda lures: _referring(lures.path, lures.web)),
    plain(
        ".pdf",
        "letters that are none",
        lambda: _mapped(b"4 beginbfchar <41><0000> <42><d83dde00> <43><d800> <44><ffff> endbfchar endcmap end"),
    ),
    plain(
        ".pdf",
        "a million letters for one",
        lambda: _mapped(b"1 beginbfrange <00><ff><" + b"0041" * 1_000_000 + b"> endbfrange endcmap end"),
    ),
    plain(".pdf", "a picture of 10 GB", lambda: _picture(b"/Filter/FlateDecode", zlib.compress(b"\0" * 10_000_000, 9))),
    noisy(".pdf", "a broken picture", lambda chance: _picture(b"/Filter/JBIG2Decode", chance.randbytes(4_000))),
    noisy(".pdf", "a broken photo", lambda chance: _picture(b"/Filter/JPXDecode", chance.randbytes(4_000))),
    *(
        ready(".pdf", f"a page of the size {box.decode()}", paged(WORDS, box=box))
        for box in (b"0 0 9e9 9e9", b"0 0 0 0", b"-1e30 -1e30 1e30 1e30", b"0 0 nan x")
    ),
    plain(".pdf", "letters of no size", lambda: paged(drawn([Placed("Hello")], turned="0 0 0 0"))),
    plain(".pdf", "a million letters on a page", lambda: paged(drawn([Placed("word " * 200_000, size=0.01)]))),
    plain(
        ".pdf", "50,000 lines on a page", lambda: paged(drawn([Placed("a b", n % 500, n % 700) for n in range(50_000)]))
    ),
    plain(".pdf", "a title of 5 MB", lambda: paged(WORDS, info={"Title": "title " * 800_000})),
    plain(".pdf", "a day that is none", lambda: paged(WORDS, info={"CreationDate": "D:99999999999999+99'99"})),
    plain(
        ".pdf", "a table of objects that follows itself", lambda: SOUND_PDF.replace(b"/Root", b"/Prev 9/XRefStm 9/Root")
    ),
    plain(".pdf", "a table of objects that lies", lambda: SOUND_PDF.replace(b"0000000009", b"0000999999")),
    plain(
        ".pdf", "an object inside itself", lambda: _tree(_ONE, b"6 0 R", b"<</Type/ObjStm/N 9/First 9/Extends 7 0 R>>")
    ),
    plain(".pdf", "a length that lies", lambda: SOUND_PDF.replace(b"/Length ", b"/Length 99")),
    noisy(".pdf", "a page behind 5 MB of noise", lambda chance: chance.randbytes(5_000_000) + SOUND_PDF),
)
