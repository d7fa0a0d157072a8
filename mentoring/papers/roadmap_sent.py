"""A school's own roadmap as the worker process is asked for it: beside no other, so that Excel need not be loaded."""

from dataclasses import replace

from mentoring.papers import roadmap_reader
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.templates.worker import sent_template
from mentoring.papers.uploads import FileProblem
from mentoring.rules import roadmap_files
from mentoring.rules.roadmap_files import RoadmapFile

MOST_PROBLEMS = 20  # they travel as a row of the inbox, and the first is told


def sent_document(content: bytes) -> TemplateFound | RoadmapFile | FileProblem:
    """A template when it has tags, else a roadmap, or why it is none."""
    return sent_template(content) or sent_roadmap(content)


def sent_roadmap(content: bytes) -> RoadmapFile | FileProblem:
    """Out of Word or of a text file, or why it is none."""
    tables = roadmap_reader.read(content)
    if isinstance(tables, FileProblem):
        return tables
    found = roadmap_files.read(tables)
    return replace(found, problems=found.problems[:MOST_PROBLEMS])
