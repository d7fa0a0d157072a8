"""Rules of materials: which files may be kept, what they are called, how one is found by typing."""

from mentoring.rules.materials.content import Looked, look
from mentoring.rules.materials.kinds import Refusal
from mentoring.rules.materials.names import clean_name
from mentoring.rules.materials.search import matches

__all__ = ["Looked", "Refusal", "clean_name", "look", "matches"]
