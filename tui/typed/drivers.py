"""Which of our keyboards stands in for which of Textual's."""

from textual.driver import Driver


def safe(usual: type[Driver]) -> type[Driver]:
    """Return the driver that does as `usual` does, and is ended by nothing that is typed."""
    match usual.__name__:  # not by the classes: each loads on its own system only
        case "LinuxDriver":
            from tui.typed.terminal import Terminal  # noqa: PLC0415 - see above

            return Terminal
        case "WindowsDriver":
            from tui.typed.windows import Console  # noqa: PLC0415

            return Console
        case "WebDriver":
            from tui.typed.browser import Tab  # noqa: PLC0415

            return Tab
    return usual
