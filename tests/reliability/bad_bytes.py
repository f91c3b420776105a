"""What every maker of bad files shares: addresses that must never be asked for, and harm done to sound bytes."""

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lures:
    """Addresses that a hostile file would have opened: of a local file, and of a server that listens on this machine."""

    file: str
    web: str

    @property
    def path(self) -> str:
        return self.file.removeprefix("file://")


Maker = Callable[[random.Random, Lures], bytes]


@dataclass(frozen=True, slots=True)
class Bad:
    """One kind of harm. `suffix` ends the name that the file is given, `what` says what is wrong with it."""

    suffix: str
    what: str
    make: Maker


def plain(suffix: str, what: str, make: Callable[[], bytes]) -> Bad:
    """A file that is always the same."""
    return Bad(suffix, what, lambda _chance, _lures: make())


def ready(suffix: str, what: str, data: bytes) -> Bad:
    """A small file, made already."""
    return Bad(suffix, what, lambda _chance, _lures: data)


def lured(suffix: str, what: str, make: Callable[[Lures], bytes]) -> Bad:
    """A file that would have an address opened."""
    return Bad(suffix, what, lambda _chance, lures: make(lures))


def noisy(suffix: str, what: str, make: Callable[[random.Random], bytes]) -> Bad:
    """A file with noise in it."""
    return Bad(suffix, what, lambda chance, _lures: make(chance))


def cut(data: bytes, chance: random.Random) -> bytes:
    """The beginning of a file, as a download leaves it that broke off."""
    return data[: chance.randrange(1, max(2, len(data)))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Single bits turned, as a bad disk turns them."""
    harmed = bytearray(data)
    for _ in range(chance.randint(1, max(2, len(data) // 200))):
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def blank(data: bytes, chance: random.Random) -> bytes:
    """A stretch of zeros, as a sync program leaves it."""
    start = chance.randrange(len(data))
    length = chance.randint(1, max(1, len(data) // 3))
    return data[:start] + b"\0" * min(length, len(data) - start) + data[start + length :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """A stretch told a thousand times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 200)]
    return data[:start] + piece * 1_000 + data[start:]


def shuffle(data: bytes, chance: random.Random) -> bytes:
    """The file in pieces that stand in another order."""
    size = max(1, len(data) // chance.randint(2, 12))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def drown(data: bytes, chance: random.Random) -> bytes:
    """Noise before it, behind it and inside it."""
    noise = chance.randbytes(chance.randint(1, 4_000))
    start = chance.randrange(len(data))
    return chance.choice((noise + data, data + noise, data[:start] + noise + data[start:]))


HARMS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, flip, blank, repeat, shuffle, drown)
