"""The keyboard of a browser."""

from codecs import getincrementaldecoder
from typing import Any

from textual.app import App
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver, _ExitInput
from textual.geometry import Size

from tui.typed.parser import SafeParser

TYPED = "D"
"""The packets that hold what was typed; others say what becomes of the tab."""
RESIZE = "resize"
MOST = Size(500, 200)
"""Cells of the largest screen that is drawn: a page that asks for more, by mistake or not, would fill the memory."""


class Tab(WebDriver):
    """Textual's, but nothing that is typed ends it, and no size that is asked for."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._size is not None:
            self._size = _bounded(*self._size)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Do what the page says of its tab; pass over a size that is none."""
        if packet_type != RESIZE:
            super().on_meta(packet_type, payload)
            return
        match payload:
            case {"width": int(width), "height": int(height)}:
                size = _bounded(width, height)
                super().on_meta(packet_type, {**payload, "width": size.width, "height": size.height})

    def run_input_thread(self) -> None:
        """Read and hand on until the tab is closed. What is no UTF-8 is dropped."""
        parser, decode = SafeParser(), getincrementaldecoder("utf-8")("ignore").decode
        packets = ByteStream()
        try:
            for sent in self._input_reader:
                for kind, payload in packets.feed(sent) if sent else ():
                    if kind == TYPED:
                        for message in parser.feed(decode(payload)):
                            self.process_message(message)
                    else:
                        self._on_meta(kind, payload)
                for message in parser.tick():
                    self.process_message(message)
        except _ExitInput:
            pass
        finally:
            self._input_reader.close()


def _bounded(width: int, height: int) -> Size:
    return Size(min(max(width, 1), MOST.width), min(max(height, 1), MOST.height))
