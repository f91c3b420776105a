"""Names of attachments: written by a stranger, kept as the name of a file that any system can save."""

import re
from pathlib import PurePath

from importers.kinds import UNKNOWN_MEDIA_TYPE, ImportKind, kind_of, media_type_of, suffix_of
from models.drafts import clean_text

MAX_NAME = 120
# Marks that turn the reading direction hide a suffix ("exe.txt" read backwards), others are not seen at all.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE | re.DOTALL
)
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")


def clean_name(written: str) -> str:
    """The base name alone, "" where nothing is left of it; never a path, a hidden file or one of Windows's devices."""
    name = _UNSEEN.sub("", clean_text(written[:10_000]))
    name = " ".join(name.split()).replace("\\", "/").rsplit("/", 1)[-1]
    name = _FORBIDDEN.sub("_", name).strip(". ")
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    if len(name) <= MAX_NAME:
        return name
    suffix = PurePath(name).suffix
    suffix = suffix if len(suffix) <= 10 else ""
    return name[: MAX_NAME - len(suffix)].rstrip(". ") + suffix


def typed_name(written: str, declared: str, number: int) -> tuple[str, str]:
    """Name and media type of the attachment that is the `number`th of its message and declares to be of a type."""
    name = clean_name(written)
    declared = declared.lower() if _TYPE.fullmatch(declared.lower()) else UNKNOWN_MEDIA_TYPE
    if not name:
        name = f"attachment-{number}{suffix_of(declared)}"
    by_name = media_type_of(name) if PurePath(name).suffix else UNKNOWN_MEDIA_TYPE
    return name, by_name if declared == UNKNOWN_MEDIA_TYPE else declared


def attachment_kind(name: str, media_type: str) -> ImportKind:
    """Which importer reads it: its suffix says so where it is a known one, or else its type."""
    if PurePath(name).suffix and media_type_of(name) != UNKNOWN_MEDIA_TYPE:
        return kind_of(name)
    if suffix := suffix_of(media_type):
        return kind_of(f"attachment{suffix}")
    return ImportKind.TEXT if media_type.startswith("text/") else ImportKind.OTHER
