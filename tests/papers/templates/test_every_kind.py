"""What holds of every kind: our template passes our own check, its outline is whole, nothing in it is a slip."""

import re

import pytest

from mentoring.documents.sources import SOURCES
from mentoring.papers.templates.fields import Field, Sort
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.ours import OURS
from mentoring.papers.templates.worker import document, our_template, sent_template, tags
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import lines

KINDS = sorted(DocumentKind)
NAME = re.compile(r"[a-zа-я0-9_]+(\.[a-zа-я0-9_]+)*")


def inside(fields: tuple[Field, ...]) -> list[tuple[Field, tuple[Field, ...]]]:
    """Each with those beside it."""
    return [pair for each in fields for pair in ((each, fields), *inside(each.each))]


def test_every_kind_has_an_outline_a_template_and_a_source() -> None:
    assert set(OUTLINES) == set(OURS) == set(SOURCES) == set(DocumentKind)
    assert len({each.file_name for each in OUTLINES.values()}) == len(OUTLINES)


@pytest.mark.parametrize("kind", KINDS)
def test_our_template_passes_the_check_and_uses_every_field(kind: DocumentKind) -> None:
    found = sent_template(our_template(kind))
    assert isinstance(found, TemplateFound)
    assert (found.kind, found.problems, found.unused) == (kind, (), ())


@pytest.mark.parametrize("kind", KINDS)
def test_fields_are_named_so_that_a_tag_may_say_them(kind: DocumentKind) -> None:
    for field, beside in inside(OUTLINES[kind].fields):
        assert NAME.fullmatch(field.name), field.name
        assert field.what
        assert bool(field.each) is (field.sort is Sort.LINES)
        if field.only_if:
            assert [each.sort for each in beside if each.name == field.only_if] == [Sort.YES]


@pytest.mark.parametrize("kind", KINDS)
def test_with_nothing_known_it_is_a_paper_to_write_on(kind: DocumentKind) -> None:
    text = "\n".join(lines(document(kind, "", {})))
    assert "____" in text
    assert "{" not in text
    assert "None" not in text
    assert "{%" in "\n".join(lines(tags(kind)))
