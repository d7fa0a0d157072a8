"""What every kind of paper says of the school in the same words."""

from collections.abc import Mapping

from mentoring import declensions, pair_paper_words, schools
from mentoring.papers.office_words import signed_name
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.schools import Field
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

DIRECTOR_POST = "Директор"


def director_post(details: Mapping[Field, str]) -> str:
    return details.get(Field.DIRECTOR_POST, "") or DIRECTOR_POST


async def values(tx: Tx, school_id: int, kind: DocumentKind) -> dict[str, str]:
    """Only of fields that the kind has."""
    of, paper = await schools.get(tx, school_id), await pair_paper_words.school(tx, school_id)
    details, director = await schools.details(tx, school_id), await declensions.director(tx, school_id)
    known = {
        "школа.полное_название": of.name,
        "школа.краткое_название": of.short_name or of.name,
        "школа.адрес": of.address,
        "школа.город": of.city,
        "школа.огрн": details.get(Field.OGRN, ""),
        "учебный_год": in_words(of.school_year),
        "директор.должность": director_post(details),
        "директор.подпись": signed_name(of.director) if of.director else "",
        "директор.имя": of.director,
        "директор.дательный": director.dative if director else "",
        "куратор.имя": paper.coordinator,
        "куратор.должность": details.get(Field.COORDINATOR_POST, "") or paper.coordinator_post,
    }
    fields = {each.name for each in OUTLINES[kind].fields}
    return {name: value for name, value in known.items() if name in fields}


def in_words(school_year: int) -> str:
    """«2026/2027»."""
    return f"{school_year}/{school_year + 1}"
