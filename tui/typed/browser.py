"""The keyboard of a browser."""

from codecs import getincrementaldecoder

from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver, _ExitInput

from tui.typed.parser import SafeParser

TYPED = "D"
"""The packets that hold what was typed; others say what becomes of the tab."""


class Tab(WebDriver):
    """Textual's, but nothing that is typed ends it."""

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
