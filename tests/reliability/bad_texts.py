"""Hostile tables, texts and pictures, and files of other kinds."""

import struct
import zlib

from tests.reliability.bad_bytes import Bad, lured, noisy, plain, ready

SOUND_TABLE = b"date,title,text,place\n2024-05-04,Bridge closed,The council closed the bridge.,Oxford\n" * 1 + (
    b"2024-05-06,Bridge opened,It opened again.,Oxford\nsometime,Talks,They talked.,\n"
)
SOUND_TEXT = "On 4 May 2024 the council closed the bridge; “two days later” it opened again.\n".encode() * 20
_ROW = "2024-05-04,Bridge,Words\n"
_HEAD = "date,title,text\n"
_PROSE = "Мост закрыт 4 мая 2024 года. 橋は閉鎖されました。"


def _table(rows: str, head: str = _HEAD) -> bytes:
    return (head + rows).encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes = b"", more: bytes = b"") -> bytes:
    """A grey picture; `rows` are its packed rows."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


SOUND_PICTURE = png(8, 8, zlib.compress(b"\0" * 72))
TABLES: tuple[Bad, ...] = (
    plain(".csv", "a cell of 2 MB", lambda: _table(f"2024-05-04,{'x' * 2_000_000},Words\n{_ROW}")),
    plain(".csv", "an unclosed quotation mark, 5 MB", lambda: _table(f'2024-05-04,"Bridge,{"Words " * 800_000}')),
    plain(".csv", "250,000 rows", lambda: _table(_ROW * 250_000)),
    plain(
        ".csv",
        "20,000 columns",
        lambda: _table("1," * 20_000 + "\n", "title," + ",".join(f"c{n}" for n in range(20_000)) + "\n"),
    ),
    plain(".csv", "no heading that is known", lambda: b"alpha,beta\n1,2\n"),
    plain(".csv", "a heading alone", _HEAD.encode),
    plain(".csv", "nothing but a byte-order mark", lambda: b"\xef\xbb\xbf"),
    plain(".csv", "NUL in cells", lambda: _table("2024-05-04,Br\0idge,W\0\n")),
    plain(".csv", "UTF-16", lambda: (_HEAD + _ROW).encode("utf-16")),
    plain(".csv", "UTF-16 unsaid", lambda: (_HEAD + _ROW).encode("utf-16-le")),
    plain(
        ".csv",
        "two encodings in one file",
        lambda: _HEAD.encode() + "2024-05-04,Müller,é\n".encode() + "2024,Mü,é\n".encode("cp1252"),
    ),
    plain(".csv", "formulas", lambda: _table('2024-05-04,"=HYPERLINK(""http://x"")",+1\n2024,@SUM(1),-cmd|calc\n')),
    plain(".csv", "ids told twice", lambda: _table("7,A\n7,B\n7,C\n", "id,title\n")),
    plain(
        ".csv", "dates without end", lambda: _table(f"{'9' * 400},A,B\n31 Feb 2024,C,D\n-1e99,E,F\n2024-13-99,G,H\n")
    ),
    plain(".csv", "a million empty lines", lambda: _table("\n" * 1_000_000 + _ROW)),
    plain(".csv", "rows that differ in length", lambda: _table("a\na,b,c,d,e,f,g,h\n,,,,,,\n\n")),
    plain(".csv", "one encoding after another", lambda: _table("\u202e2024-05-04,\u2066A\x1b[31m,\x07\n")),
    plain(".tsv", "commas for tabs", lambda: _table(_ROW)),
    plain(".csv", "a picture", lambda: SOUND_PICTURE),
    plain(
        ".csv",
        "an address that is none",
        lambda: _table("A,javascript:alert(1),x\nB,http://,y\n", "title,url,source\n"),
    ),
)
TEXTS: tuple[Bad, ...] = (
    *(
        ready(".txt", f"{encoding} unsaid", (_PROSE * 40).encode(encoding, "replace"))
        for encoding in (
            "utf-16-le",
            "utf-16-be",
            "utf-32-le",
            "cp1251",
            "shift-jis",
            "gb18030",
            "euc-kr",
            "koi8-r",
            "utf-7",
        )
    ),
    plain(".txt", "a mark of another encoding", lambda: b"\xff\xfe" + SOUND_TEXT + b"a"),
    plain(".txt", "half a letter at the end", lambda: SOUND_TEXT + "é".encode()[:1]),
    plain(".txt", "letters written too long", lambda: b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" * 900 + SOUND_TEXT),
    plain(".txt", "surrogates in UTF-8", lambda: b"\xed\xa0\xbd\xed\xb8\x80" * 500 + SOUND_TEXT),
    plain(".txt", "51 MB", lambda: b"word " * 10_300_000),
    plain(".txt", "20 MB in one line", lambda: b"word " * 4_000_000),
    plain(".txt", "20 MB in one word", lambda: b"x" * 20_000_000),
    plain(".txt", "300,000 dates", lambda: b"On 4 May 2024 " * 300_000),
    plain(".txt", "a million accents on one letter", ("a" + "\u0301" * 1_000_000).encode),
    plain(".txt", "orders to a terminal", lambda: b"\x1b]0;owned\x07\x1b[2J\x9b31m\x00" + SOUND_TEXT),
    plain(".txt", "directions turned round", lambda: "\u202e\u2067On 4 May\u202b".encode() * 9_000),
    plain(".txt", "only blanks", lambda: b" \n\t" * 100_000),
    plain(".txt", "only NUL", lambda: b"\0" * 100_000),
    noisy(".txt", "a program", lambda chance: b"\x7fELF\x02\x01\x01" + chance.randbytes(20_000)),
    noisy(".txt", "a database", lambda chance: b"SQLite format 3\0" + chance.randbytes(20_000)),
    plain(".md", "quotes nested 50,000 deep", lambda: b">" * 50_000 + b" On 4 May 2024 it rained."),
    plain(".md", "brackets without end", lambda: b"[![" * 100_000),
    lured(
        ".md", "pictures afar", lambda lures: f"![x]({lures.web}) ![y]({lures.file}) <img src='{lures.web}'>".encode()
    ),
    noisy("", "no ending at all", lambda chance: chance.randbytes(9_000)),
)
_SVG = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY f SYSTEM "{file}">]><svg xmlns="http://www.w3.org/2000/svg">'
OTHERS: tuple[Bad, ...] = (
    plain(
        ".png",
        "a picture of 2.5 thousand million points",
        lambda: png(50_000, 50_000, zlib.compress(b"\0" * 50_000_000, 9)),
    ),
    plain(".png", "a picture without end", lambda: png(0x7FFFFFFF, 0x7FFFFFFF)),
    plain(".png", "100,000 chunks", lambda: png(8, 8, b"x", _chunk(b"tEXt", b"a\0b") * 100_000)),
    plain(
        ".png",
        "a text that unpacks to 100 MB",
        lambda: png(8, 8, b"x", _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 100_000_000, 9))),
    ),
    plain(".png", "a page", lambda: b"<html><script>alert(1)</script>"),
    plain(".jpg", "a head alone", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
    plain(
        ".jpg",
        "a photo of 65,500 lines that are not there",
        lambda: b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xdc\xff\xdc\x03" + b"\1\x22\0" * 3 + b"\xff\xd9",
    ),
    plain(".gif", "a picture of 65,535 points a side", lambda: b"GIF89a\xff\xff\xff\xff\xf7\0\0" + b"\0" * 768),
    plain(".tiff", "a list that follows itself", lambda: b"II*\0\x08\0\0\0\0\0\x08\0\0\0"),
    plain(".webp", "lengths that lie", lambda: b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 200),
    lured(
        ".svg",
        "a drawing with files and scripts",
        lambda lures: (
            _SVG.format(file=lures.file) + f'<image href="{lures.web}"/><script>x</script>&f;</svg>'
        ).encode(),
    ),
    plain(".json", "lists nested 200,000 deep", lambda: b"[" * 200_000),
    lured(
        ".xml", "a billion laughs", lambda lures: f'<!DOCTYPE x [<!ENTITY f SYSTEM "{lures.file}">]><x>&f;</x>'.encode()
    ),
    noisy(".zip", "an archive", lambda chance: b"PK\x03\x04" + chance.randbytes(9_000)),
    noisy(".xlsx", "a sheet that is none", lambda chance: b"PK\x05\x06" + b"\xff" * 18 + chance.randbytes(900)),
    noisy(".exe", "a program", lambda chance: b"MZ" + chance.randbytes(9_000)),
    plain(".txt", "nothing", lambda: b""),
    plain(".pdf", "nothing", lambda: b""),
    plain(".docx", "nothing", lambda: b""),
    noisy(".dateline", "a project that is none", lambda chance: b"SQLite format 3\0" + chance.randbytes(900)),
)
