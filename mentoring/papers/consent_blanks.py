"""What stands blank in consents and refusals. Light enough for any process: the chat is told it too."""

from collections.abc import Iterator, Sequence

from mentoring.papers.pair_values import Blank, Pair, Refusal, School
from mentoring.papers.pair_words import of_act, of_people, of_term, once
from mentoring.rules.text import clean_line


def missing_in_consents(school: School, pairs: Sequence[Pair]) -> tuple[Blank, ...]:
    """Each once, in the order of the paper."""
    return once((*_of_head(school), *(blank for pair in pairs for blank in _of_pair(pair))))


def missing_in_refusal(of: Refusal) -> tuple[Blank, ...]:
    pair = Pair(mentors=(of.mentor,), mentees=of.mentees)
    since = (Blank.SINCE,) if of.since is None else ()
    return once((*_of_head(of.school), *of_people(pair), *of_act(of.order, Blank.PAIR_ORDER), *since))


def _of_head(school: School) -> Iterator[Blank]:
    if not clean_line(school.short_name or school.full_name):
        yield Blank.SCHOOL
    if not (clean_line(school.director) and clean_line(school.director_post)):
        yield Blank.DIRECTOR


def _of_pair(pair: Pair) -> Iterator[Blank]:
    yield from of_people(pair)
    yield from of_term(pair)
    said = (
        (pair.content, Blank.CONTENT, any(not each.is_external for each in pair.mentors)),
        (pair.volume, Blank.VOLUME, any(not each.is_external for each in pair.mentors)),
        (pair.goal, Blank.GOAL, bool(pair.mentees)),
    )
    yield from (blank for text, blank, is_printed in said if is_printed and not clean_line(text))
