"""What stands blank in a programme. Light enough for any process: the chat is told it too."""

from mentoring.papers.pair_values import Blank, PlanStep, ProgrammePaper
from mentoring.papers.pair_words import of_act, of_people, of_school, of_term, once
from mentoring.rules.text import clean_line


def missing(paper: ProgrammePaper) -> tuple[Blank, ...]:
    """Each once, in the order of the paper. What is written at the end of the work is not missing before."""
    pair = paper.pair
    own = (
        (not clean_line(paper.school.city), Blank.CITY),
        (not clean_line(paper.relation), Blank.RELATION),
        (not clean_line(paper.rhythm), Blank.RHYTHM),
        (not (clean_line(paper.problem) or any(map(clean_line, paper.areas))), Blank.PROBLEM),
        (not clean_line(pair.goal), Blank.GOAL),
        (not any(map(clean_line, paper.tasks)), Blank.TASKS),
        (not paper.steps or any(_is_blank(each) for each in paper.steps), Blank.STEPS),
        (not any(map(clean_line, (*paper.expected, paper.product))), Blank.EXPECTED),
    )
    return once(
        (
            *of_school(paper.school),
            *of_people(pair),
            *of_act(paper.order, Blank.PAIR_ORDER),
            *of_term(pair),
            *(blank for holds, blank in own if holds),
        )
    )


def _is_blank(of: PlanStep) -> bool:
    return of.due_on is None or not clean_line(of.activity)
