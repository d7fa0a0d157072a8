"""What only the coordinator can say, with answers to choose from."""

import pytest

from mentoring.rules.roadmap_files import (
    Open,
    What,
    Why,
    asks,
    questions,
    read_responsible,
    read_term,
)
from tests.rules.roadmap_tables import document, roadmap, stage


def test_nothing_is_asked_where_everything_is_said() -> None:
    assert questions(roadmap(stage()), 2026) == ()


@pytest.mark.parametrize(
    ("term", "why", "proposals"),
    [
        ("", Why.NO_TERM, ("сентябрь – май",)),
        ("постоянно", Why.WHOLE_YEAR, ("сентябрь – май", "до 30 сентября")),
        ("в отчётный период", Why.REPORTING_PERIOD, ("с 20 апреля по 31 мая", "сентябрь – май")),
        ("по графику", Why.VAGUE_TERM, ("сентябрь – май",)),
        ("май (последняя неделя)", Why.VAGUE_TERM, ("май", "сентябрь – май")),
        ("с октября раз в месяц до мая", Why.VAGUE_TERM, ("октябрь – май", "сентябрь – май")),
        ("сентябрь 2024", Why.OTHER_YEAR, ("сентябрь",)),
        ("сентябрь-октябрь 2024", Why.OTHER_YEAR, ("сентябрь – октябрь",)),
        ("до 01.10.2024", Why.OTHER_YEAR, ("до 1 октября",)),
        ("до конца мая 2024", Why.OTHER_YEAR, ("до конца мая",)),
        ("01.09.2024–15.09.2024", Why.OTHER_YEAR, ("с 1 сентября по 15 сентября",)),
        ("15.09.2024", Why.OTHER_YEAR, ("15 сентября",)),
    ],
)
def test_an_open_term_is_asked_with_proposals(term: str, why: Why, proposals: tuple[str, ...]) -> None:
    assert questions(roadmap(stage(term=term)), 2026) == (Open(1, What.TERM, why, proposals),)


def test_a_year_is_compared_with_the_one_to_run_in_else_with_the_title() -> None:
    plan = roadmap(stage(term="сентябрь 2024"), school_year=2024)
    assert questions(plan) == ()
    assert [each.why for each in questions(plan, 2026)] == [Why.OTHER_YEAR]
    assert questions(roadmap(stage(term="сентябрь 2024"))) == ()


def test_who_answers_for_most_stages_is_proposed_first() -> None:
    stages = [stage(responsible=name) for name in ("Ли Ю. Н.", "Орлова В. П.", "Орлова В. П.", "", "наставники")]
    assert questions(roadmap(*stages)) == (
        Open(4, What.RESPONSIBLE, Why.NOBODY, ("Орлова В. П.", "координатор")),
        Open(5, What.RESPONSIBLE, Why.ONLY_PARTICIPANTS, ("Орлова В. П.", "координатор")),
    )


def test_every_proposal_is_an_answer() -> None:
    terms = ("", "постоянно", "в отчётный период", "по графику в мае", "01.09.2024–15.09.2024", "до конца мая 2024")
    plan = roadmap(*(stage(term=term, responsible="") for term in terms), *document().stages)
    found = questions(plan, 2026)
    assert {each.what for each in found} == set(What)
    for each in found:
        for proposal in each.proposals:
            if each.what is What.TERM:
                assert not asks(read_term(proposal))
                assert not read_term(proposal).year_differs(2026)
            else:
                assert not read_responsible(proposal).asks
