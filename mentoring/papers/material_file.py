"""In the worker process, under its limits: a file that is to be kept is looked at."""

from mentoring.rules.materials import Looked, look


def material_file(content: bytes, name: str) -> Looked:
    return look(content, name)
