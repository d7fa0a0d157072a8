"""What the papers of one pair are filled with alike: the school, who is in the pair, its order. Names are short."""

from collections.abc import Sequence

from mentoring import answered, pair_paper_words, schools
from mentoring.answered import Answered
from mentoring.documents.of_school import director_post
from mentoring.pairs import Pair, PairMember
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.pair_words import FORMATS
from mentoring.papers.templates.fields import Values
from mentoring.rules.names import short_name
from mentoring.rules.readiness import FORM as PROFILE
from mentoring.rules.text import clean_line
from mentoring.schools import Field
from storage import pair_orders
from storage.tx import Tx
from storage.vocabulary.pairs import Side


async def head(tx: Tx, pair: Pair) -> Values:
    """The school and its coordinator, the people of the pair, its order and format."""
    return {
        **await _school(tx, pair.pairing.school_id),
        **await _people(tx, pair),
        **await _order(tx, pair),
        "пара.форма": FORMATS[pair.pairing.format],
    }


async def _school(tx: Tx, school_id: int) -> Values:
    school, details = await pair_paper_words.school(tx, school_id), await schools.details(tx, school_id)
    return {
        "школа.полное_название": school.full_name,
        "школа.город": school.city,
        "учебный_год": f"{school.school_year}/{school.school_year + 1}",
        "куратор.имя": short_name(school.coordinator),
        "куратор.должность": inside(details.get(Field.COORDINATOR_POST, "") or school.coordinator_post),
        "куратор.подпись": _signature(school.coordinator),
    }


async def director(tx: Tx, school_id: int) -> Values:
    """Whoever approves."""
    school, details = await schools.get(tx, school_id), await schools.details(tx, school_id)
    return {"директор.должность": director_post(details), "директор.подпись": _signature(school.director)}


async def _people(tx: Tx, pair: Pair) -> Values:
    # Of a side that everybody has left, those who were in it.
    sides = {each.side for each in pair.members}
    people = (*pair.members, *(each for each in pair.gone if each.side not in sides))
    named = [(each.side, await _person(tx, pair, each)) for each in people]
    return {
        "наставники": [each for side, each in named if side is Side.MENTOR],
        "наставляемые": [each for side, each in named if side is Side.MENTEE],
    }


async def _person(tx: Tx, pair: Pair, of: PairMember) -> Values:
    """What a mentor has said of category and experience stands there; nobody is asked for it again."""
    mentors = of.side is Side.MENTOR
    told = await answered.in_school(tx, pair.pairing.school_id, PROFILE, of.person_id) if mentors else None
    return {
        "имя": short_name(of.full_name),
        "должность": inside(of.position),
        "категория": _said(told, "category"),
        "стаж": _said(told, "experience"),
        "подпись": _signature(of.full_name),
    }


async def _order(tx: Tx, pair: Pair) -> Values:
    order_id = pair.pairing.order_id
    of = await pair_orders.get(tx, order_id, pair.pairing.school_id) if order_id else None
    return {"приказ.номер": of.number if of else "", "приказ.дата": day(of.dated_on) if of and of.dated_on else ""}


def numbered(texts: Sequence[str]) -> list[Values]:
    said = [text for text in map(clean_line, texts) if text]
    return [{"номер": str(number), "текст": text} for number, text in enumerate(said, start=1)]


def _signature(full_name: str) -> str:
    return signed_name(full_name) if clean_line(full_name) else ""


def _said(of: Answered | None, question: str) -> str:
    lines = [each for each in of.lines if each.question.key == question] if of else []
    return inside(", ".join(lines[0].labels or ())) if lines else ""
