"""The keyboard of a Windows console."""

from textual.drivers import win32
from textual.drivers.windows_driver import WindowsDriver

from tui.typed.parser import SafeParser

WAIT = 0.1
"""Seconds after which it is listened to again."""


class Monitor(win32.EventMonitor):
    """Textual's, which ends by itself over half a character."""

    def run(self) -> None:
        """Listen until the screens are left."""
        while not self.exit_event.is_set():
            super().run()
            self.exit_event.wait(WAIT)


class Console(WindowsDriver):
    """Textual's, but nothing that is typed ends it."""

    def start_application_mode(self) -> None:
        """Listen by our means: the library names its own where nothing can be handed over."""
        vars(win32).update(EventMonitor=Monitor, XTermParser=lambda **_: SafeParser())
        super().start_application_mode()
