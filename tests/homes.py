"""What says where a program keeps things, on every system: set to a folder of its own where something is tried."""

HOMES = (
    *("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"),
    *("APPDATA", "LOCALAPPDATA", "USERPROFILE"),
)
