"""A list that a paper may be without, as many of them are told."""

from mentoring.papers.templates.fields import Field, Sort


def listed(name: str, what: str, line: str, *each: Field) -> Field:
    """`line` is what one of its lines is called in the template."""
    return Field(name, what, Sort.LINES, line=line, each=each, optional=True)
