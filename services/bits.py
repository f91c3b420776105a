"""Sets of places as bytes of one length: 1 where something holds, 0 where not. Joined as whole numbers, at the speed of C."""

from collections.abc import Callable, Iterable

Bits = bytes | bytearray


def all_of(parts: Iterable[Bits], size: int) -> bytes:
    """1 where every part has 1; all ones where there is no part."""
    found = int.from_bytes(b"\1" * size, "big")
    for part in parts:
        found &= int.from_bytes(part, "big")
    return found.to_bytes(size, "big")


def table(is_in: Callable[[int], bool]) -> bytes:
    """1 for each code of a column that is wanted, for `bytes.translate`."""
    return bytes(map(is_in, range(256)))


def any_of(one: Bits, *others: Bits) -> bytes:
    """1 where at least one has 1."""
    found = int.from_bytes(one, "big")
    for other in others:
        found |= int.from_bytes(other, "big")
    return found.to_bytes(len(one), "big")
