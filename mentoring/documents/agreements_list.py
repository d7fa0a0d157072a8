"""Mentors of the pairs that are ordered and not over, with what their agreements must say. No sums are known here."""

from datetime import datetime

from mentoring import calendars, pair_papers, pairs
from mentoring import pair_paper_words as words
from mentoring.documents.filled import Filled
from mentoring.documents.pair_values import act, people, term
from mentoring.pair_papers import Signer
from mentoring.papers.office_words import day, inside, signed_name
from mentoring.papers.pair_values import Act, Pair
from mentoring.papers.templates.fields import Values
from mentoring.rules.pair_moves import AT_WORK
from mentoring.rules.text import clean_line
from storage import pair_orders
from storage.tx import Tx
from storage.vocabulary.pairs import PairState, Side

_STATES = (*sorted(AT_WORK), PairState.PAUSED)


async def gather(tx: Tx, school_id: int, _about: str, now: datetime) -> Filled | None:
    """None when there is nobody to make an agreement with."""
    school = await words.school(tx, school_id)
    found = await pairs.every(tx, school_id, school.school_year, _STATES)
    calendar = await calendars.of_school(tx, school_id, now)
    papers = await words.papers(tx, school_id, found, calendar.local_day(now))
    signers = [each for each in await pair_papers.signers(tx, found) if each.person.side is Side.MENTOR]
    lines = []
    for of, paper in zip(found, papers, strict=True):
        order = await pair_orders.get(tx, of.pairing.order_id, school_id) if of.pairing.order_id else None
        own = [each for each in signers if each.pair.pairing.id == of.pairing.id and not each.person.external]
        lines += [_line(each, paper, words.act(order)) for each in own]
    if not lines:
        return None
    values = {
        "школа.полное_название": clean_line(school.full_name),
        "учебный_год": f"{school.school_year}/{school.school_year + 1}",
        "наставники": [{"номер": str(number), **each} for number, each in enumerate(lines, start=1)],
        "внешние": any(each.person.external for each in signers),
        "куратор.должность": clean_line(school.coordinator_post),
        "куратор.подпись": signed_name(school.coordinator) if clean_line(school.coordinator) else "",
    }
    return Filled(values)


def _line(of: Signer, pair: Pair, order: Act) -> Values:
    return {
        "имя": clean_line(of.person.full_name),
        "должность": inside(of.person.position),
        "наставляемые": people(pair.mentees),
        "содержание": clean_line(pair.content),
        **term(pair),
        "объем": clean_line(pair.volume),
        **act(order),
        "соглашение.отметка": day(of.agreement_on) if of.agreement_on else "",
    }
