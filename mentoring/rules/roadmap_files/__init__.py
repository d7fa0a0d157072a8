"""A school's own roadmap out of its tables: understood, asked about, matched with the programme, compared."""

from mentoring.rules.roadmap_files.difference import Change, ChangeKind, difference
from mentoring.rules.roadmap_files.items import Item
from mentoring.rules.roadmap_files.matching import ItemPath, match
from mentoring.rules.roadmap_files.model import (
    Column,
    Grid,
    Problem,
    Reason,
    RoadmapFile,
    StageRow,
    Understood,
)
from mentoring.rules.roadmap_files.people import Responsible, ResponsibleRole, read_responsible
from mentoring.rules.roadmap_files.questions import Open, What, Why, questions
from mentoring.rules.roadmap_files.reading import read
from mentoring.rules.roadmap_files.term_tokens import Edge
from mentoring.rules.roadmap_files.terms import Term, TermKind, asks, read_term, window
from mentoring.rules.roadmap_files.text_tables import grid_of_text

__all__ = [
    "Change",
    "ChangeKind",
    "Column",
    "Edge",
    "Grid",
    "Item",
    "ItemPath",
    "Open",
    "Problem",
    "Reason",
    "Responsible",
    "ResponsibleRole",
    "RoadmapFile",
    "StageRow",
    "Term",
    "TermKind",
    "Understood",
    "What",
    "Why",
    "asks",
    "difference",
    "grid_of_text",
    "match",
    "questions",
    "read",
    "read_responsible",
    "read_term",
    "window",
]
