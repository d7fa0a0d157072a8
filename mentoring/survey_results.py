"""Results of a round that was answered without names: shown when it is closed, each question from enough answers on."""

from dataclasses import dataclass

from mentoring import surveys
from mentoring.access import Member
from mentoring.filling.place import read
from mentoring.rules import nameless, tally
from mentoring.rules.forms import QuestionKind
from mentoring.rules.tally import Counted, Numbered, Tally
from mentoring.surveys import Round
from storage import surveys as rows
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Told:
    """One question; `tally` is None when fewer have answered it than the round's threshold: not even how many."""

    number: int
    title: str
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class Results:
    """One page; `others` are the closed rounds beside this one, the newest first."""

    round: Round
    questions: tuple[Told, ...]
    number: int
    pages: int
    comments: int  # in the whole round, where there are enough of them
    others: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """Own words to one question, in their own order: nothing says who came first."""

    title: str
    texts: tuple[str, ...]


async def page(tx: Tx, member: Member, survey_id: int, number: int = 0) -> Results | None:
    """None for a round of another school, and while it is open: nothing of it is shown to anybody."""
    of = await surveys.get(tx, member, survey_id)
    if of is None or of.is_open:
        return None
    split = tally.pages(of.form) if of.is_enough else ()
    number = min(max(number, 0), max(len(split) - 1, 0))
    questions = [await _told(tx, of, each) for each in (split[number] if split else ())]
    every = await surveys.rounds(tx, member.school_id, of.survey.form_key)
    return Results(
        round=of,
        questions=tuple(questions),
        number=number,
        pages=len(split),
        comments=sum(len(each.texts) for each in await comments(tx, of)),
        others=tuple(each for each in every if not each.is_open and each.survey.id != survey_id),
    )


async def comments(tx: Tx, of: Round) -> tuple[Comments, ...]:
    """What was said in own words, question by question, where the threshold is reached."""
    found = []
    for each in tally.answerable(of.form) if of.is_enough and not of.is_open else ():
        counted = await _counted(tx, of, each) if each.question.kind is QuestionKind.TEXT else []
        said = [(str(one.value), one.many) for one in counted if one.value is not None]
        if nameless.is_enough(sum(many for _, many in said), of.survey.threshold):
            found.append(Comments(each.question.title, tuple(text for text, many in said for _ in range(many))))
    return tuple(found)


async def _told(tx: Tx, of: Round, each: Numbered) -> Told:
    counted = tally.tally(each, await _counted(tx, of, each))
    is_shown = nameless.is_enough(counted.answered, of.survey.threshold)
    return Told(each.number, each.question.title, counted if is_shown else None)


async def _counted(tx: Tx, of: Round, each: Numbered) -> list[Counted]:
    return [Counted(read(found.value), found.many) for found in await rows.counts(tx, of.survey.id, each.question.key)]
