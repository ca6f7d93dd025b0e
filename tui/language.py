"""Which language to begin in: the one that was chosen last, else what the system is set to."""

from collections.abc import Mapping

from engine.language.catalogue import LANGUAGES
from tui.settings import default_path, read

_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the environment is set to, or English where it is not one of ours."""
    setting = next((environment[name] for name in _SETTINGS if environment.get(name)), "")
    tongue = setting[:2].lower()
    return tongue if tongue in LANGUAGES else LANGUAGES[0]


def usual_language(environment: Mapping[str, str]) -> str:
    """Return the language of the settings, or else that of the environment."""
    return read(default_path()).settings.lang or language_of(environment)
