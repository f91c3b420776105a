"""A worker that shows pages as badly as the bytes it is given say (`python -m tests.page_worker`)."""

import os
import sys
from threading import Event

from importers.page_channel import PageImage, PageSize, PageWish, serve

LYING = b'{"width": 40000, "height": 40000, "marks": []}\n'


class BadPages:
    """Opens well, but for the word "stuck"; what it does then is the second word."""

    def __init__(self, data: bytearray) -> None:
        self._ways = bytes(data).decode().split()
        if self._ways[0] == "stuck":
            Event().wait()

    def sizes(self) -> list[PageSize]:
        return [PageSize(100, 200), PageSize(100, 100)]

    def draw(self, wish: PageWish) -> PageImage:
        way = self._ways[-1] if wish.page == 1 else ""
        if way == "stall":
            Event().wait()
        if way == "exit":
            os._exit(1)
        if way == "memory":
            os._exit(3)
        if way == "lie":
            sys.stdout.buffer.write(LYING)
            sys.stdout.flush()
            os._exit(0)
        return PageImage(1, 2, b"12341234", {5: ((0.1, 0.1, 0.5, 0.5),), 6: ((0.1, 0.1, 7.0, 0.5),)})


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, BadPages)
