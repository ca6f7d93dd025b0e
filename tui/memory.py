"""Memory while the game opens: what is loaded then stays, so nobody looks for rubbish until that is done."""

import gc


def hold() -> None:
    """Look for none from now on."""
    gc.disable()


def settle() -> None:
    """Look again, but never more at what is there by now; where nobody held it, nothing changes."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
