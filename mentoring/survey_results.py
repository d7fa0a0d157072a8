"""Results of a round that was answered without names: shown when it is closed, each question from enough answers on."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring import surveys
from mentoring.answer_values import read
from mentoring.papers.values import Comments
from mentoring.rules import nameless, tally
from mentoring.rules.forms import Question, QuestionKind
from mentoring.rules.tally import Counted, Numbered, Tally
from mentoring.surveys import Round
from storage import surveys as rows
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Results:
    """One page; `others` are the closed rounds beside this one, the newest first."""

    round: Round
    questions: tuple[Tally, ...]
    number: int
    pages: int
    comments: int  # in the whole round, where there are enough of them
    others: tuple[Round, ...]


async def closed(tx: Tx, school_id: int, survey_id: int) -> Round | None:
    """None for a round of another school, and while it is open: nothing of it is shown to anybody."""
    of = await surveys.of_school(tx, school_id, survey_id)
    return None if of is None or of.is_open else of


async def page(tx: Tx, school_id: int, survey_id: int, number: int = 0) -> Results | None:
    of = await closed(tx, school_id, survey_id)
    if of is None:
        return None
    split = tally.pages(of.form) if of.is_enough else ()
    number = min(max(number, 0), max(len(split) - 1, 0))
    every = await surveys.rounds(tx, school_id, of.survey.form_key)
    return Results(
        round=of,
        questions=await _tallies(tx, of, split[number] if split else ()),
        number=number,
        pages=len(split),
        comments=sum(len(each.texts) for each in await comments(tx, of)),
        others=tuple(each for each in every if not each.is_open and each.survey.id != survey_id),
    )


async def every(tx: Tx, of: Round) -> tuple[Tally, ...]:
    """All questions of a closed round with enough answers; of any other none."""
    shown = of.is_enough and not of.is_open
    return await _tallies(tx, of, tally.answerable(of.form) if shown else ())


async def comments(tx: Tx, of: Round) -> tuple[Comments, ...]:
    """What was said in own words, question by question, where the threshold is reached."""
    found = []
    for each in tally.answerable(of.form) if of.is_enough and not of.is_open else ():
        said_to = await counted(tx, of, each.question) if each.question.kind is QuestionKind.TEXT else []
        said = [(str(one.value), one.many) for one in said_to if one.value is not None]
        if nameless.is_enough(sum(many for _, many in said), of.survey.threshold):
            texts = tuple(text for text, many in said for _ in range(many))
            found.append(Comments(each.question.title, texts, each.question.key))
    return tuple(found)


async def _tallies(tx: Tx, of: Round, questions: Sequence[Numbered]) -> tuple[Tally, ...]:
    """Each by itself: what too few have answered is hidden."""
    found = [tally.tally(each, await counted(tx, of, each.question)) for each in questions]
    return tuple(tally.hidden_below(each, of.survey.threshold) for each in found)


async def counted(tx: Tx, of: Round, question: Question) -> list[Counted]:
    """Whoever shows it hides what too few have answered; nothing of a round that is open or has too few answers."""
    if of.is_open or not of.is_enough:
        return []
    return [Counted(read(found.value), found.many) for found in await rows.counts(tx, of.survey.id, question.key)]
