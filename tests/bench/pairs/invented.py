"""A town's mentees and mentors: they answer at random, and some pairs are forbidden, tried before or not wished."""

import random

from mentoring import forms
from mentoring.rules.matching import Mentee, Mentor, Pair, Problem, Ties, Want
from mentoring.rules.readiness import CAPACITIES, Ready

BARRED = 3  # for each mentee: forbidden, and again as many tried before


def town(mentees: int, mentors: int) -> Problem:
    chance = random.Random(mentees)
    people, others = range(1, mentees + 1), range(mentees + 1, mentees + mentors + 1)
    ties = Ties(forbidden=_pairs(chance, people, others), tried=_pairs(chance, people, others))
    return Problem(
        tuple(_mentee(chance, each, others) for each in people), tuple(_mentor(chance, each) for each in others), ties
    )


def _pairs(chance: random.Random, mentees: range, mentors: range) -> frozenset[Pair]:
    return frozenset(Pair(mentee, chance.choice(mentors)) for mentee in mentees for _ in range(BARRED))


def _mentee(chance: random.Random, person_id: int, mentors: range) -> Mentee:
    ticks = _Ticks(chance, "needs")
    return Mentee(
        id=person_id,
        wants=chance.choice((Want.YEAR, Want.YEAR, Want.SHORT)),
        areas=ticks.of("areas", 3),
        subjects=ticks.of("subjects", 2),
        levels=ticks.of("levels", 2),
        time=ticks.of("time", 3),
        formats=ticks.of("formats", 3),
        waiting=chance.randint(0, 80),
        interrupted=chance.random() < 0.05,
        wishes=frozenset(chance.sample(mentors, chance.choice((0, 0, 0, 1)))),
        rather_not=frozenset(chance.sample(mentors, chance.choice((0, 0, 0, 1)))),
        experience=min(ticks.of("experience", 1)),
    )


def _mentor(chance: random.Random, person_id: int) -> Mentor:
    ticks = _Ticks(chance, "mentor_profile")
    return Mentor(
        id=person_id,
        ready=chance.choice((Ready.YEAR, Ready.YEAR, Ready.YEAR, Ready.REMOTE, Ready.SHORT)),
        places=chance.choice(tuple(CAPACITIES.values())),
        areas=ticks.of("areas", 4),
        subjects=ticks.of("subjects", 2),
        levels=ticks.of("levels", 2),
        time=ticks.of("time", 3),
        formats=ticks.of("formats", 3),
        experience=min(ticks.of("experience", 1)),
    )


class _Ticks:
    """Up to so many options of a question of the real form."""

    def __init__(self, chance: random.Random, form: str) -> None:
        self._chance = chance
        self._form = forms.load().get(form)

    def of(self, question: str, most: int) -> frozenset[str]:
        keys = [option.key for option in self._form.question(question).options]
        return frozenset(self._chance.sample(keys, self._chance.randint(1, most)))
