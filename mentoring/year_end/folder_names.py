"""Names of files in «Папка проверки»: what a disk takes, and nobody's name."""

_SLASHES = str.maketrans("/\\", "--")
_FORBIDDEN = '<>:"|?*'


def plain(said: str) -> str:
    """«57/1» → «57-1»; what else a disk would not take is left out."""
    return "".join(mark for mark in said.translate(_SLASHES) if mark not in _FORBIDDEN and mark.isprintable())


def file_name(name: str, said: str) -> str:
    """«Приказ.docx», «№ 57/1» → «Приказ № 57-1.docx»."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem} {plain(said)}".strip() + dot + ending
