"""Where the user's own data lie: beside the programs' other data, never in the package."""

import os
import sys
from pathlib import Path
from typing import Final

SET: Final = "FACTCHECK_DATA"


def user_folder() -> Path:
    """The folder for what factcheck keeps for this user; it need not exist.

    The environment variable FACTCHECK_DATA names another.
    """
    if chosen := os.environ.get(SET):
        return Path(chosen)
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "factcheck"
