"""An error as it may be logged and stored: where it happened, never what it says."""

import traceback
from pathlib import Path

_HOUSE = Path(__file__).resolve().parent.parent


def place_of(error: BaseException) -> str:
    """Type and place in our own code, never the text: drivers and parsers print values."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _is_ours(Path(frame.filename))] or frames[-1:]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    return f"{type(error).__name__} at {where}"


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(_HOUSE) and "site-packages" not in file.parts
