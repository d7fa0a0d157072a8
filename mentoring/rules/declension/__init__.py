"""Names and posts in the cases of papers: the values, what is supposed, what is typed. Pure."""

from mentoring.rules.declension.model import Case, Cases, Confirmed, Gender, Guess, unchanged

__all__ = ["Case", "Cases", "Confirmed", "Gender", "Guess", "unchanged"]
