"""The one door to files that are ZIP archives (DOCX, ODT): parts are read by name into memory, within caps.

Nothing is ever unpacked to a disk, and an archive inside an archive is never opened, so names that climb out of a folder and
nested archives do nothing. What a header says of a size is not believed: every part is read in pieces and counted.
"""

import io
import zipfile
import zlib
from typing import NoReturn

from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

MAX_ENTRIES = 2_000
MAX_TOTAL = 300 * 1024**2
MAX_PART = 48 * 1024**2  # below MAX_CAPTURE_TEXT, so that the text of a part always fits
MAX_RATIO = 200
FREE_SIZE = 1024**2  # below this a ratio says nothing: an empty table compresses as well as a bomb
MAX_DIRECTORY = 1024**2
_PIECE = 64 * 1024
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the only ones that OPC and ODF know
# What zipfile raises on archives that are broken: beside its own error whatever the broken values lead to.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def refuse(reason: ImportFault) -> NoReturn:
    """Raise IMPORT_UNREADABLE for `reason`."""
    raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=reason)


def refuse_size() -> NoReturn:
    """Raise IMPORT_TOO_LARGE."""
    raise UserFacingError(ProblemCode.IMPORT_TOO_LARGE, reason=ImportFault.UNPACKED)


class Archive:
    """An archive whose directory was checked.

    Raises UserFacingError IMPORT_TOO_LARGE beyond a cap, IMPORT_UNREADABLE "encrypted" or "malformed".
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_COMPOUND_FILE):  # Office wraps a document with a password in one
            refuse(ImportFault.ENCRYPTED if _ENCRYPTED_PACKAGE in data else ImportFault.MALFORMED)
        _check_directory_size(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            refuse(ImportFault.MALFORMED)
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL:
            refuse_size()
        if any(entry.flag_bits & 1 for entry in entries):
            refuse(ImportFault.ENCRYPTED)
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) != len(entries):  # which of two parts would be meant is anyone's guess
            refuse(ImportFault.MALFORMED)
        self._left = MAX_TOTAL

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of one part; "malformed" where there is none of that name."""
        entry = self._entries.get(name)
        if entry is None or entry.compress_type not in _METHODS:
            refuse(ImportFault.MALFORMED)
        try:
            return self._read_counting(entry)
        except _BROKEN:
            refuse(ImportFault.MALFORMED)

    def _read_counting(self, entry: zipfile.ZipInfo) -> bytes:
        limit = min(MAX_PART, self._left, max(FREE_SIZE, entry.compress_size * MAX_RATIO))
        pieces, size = [], 0
        with self._zip.open(entry) as part:
            while piece := part.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    refuse_size()
        self._left -= size
        return b"".join(pieces)


def _check_directory_size(data: bytes) -> None:
    """zipfile makes an object of every entry before they can be counted, however many there are."""
    end = data.rfind(_END)
    if end < 0:
        refuse(ImportFault.MALFORMED)
    is_64 = (
        data[end - 20 : end - 16] == _END_64 if end >= 20 else False
    )  # sizes then stand elsewhere; no document needs it
    if is_64 or int.from_bytes(data[end + 12 : end + 16], "little") > MAX_DIRECTORY:
        refuse_size()
