"""The draft of the SWOT: own words under the four letters, for the coordinator to edit."""

from mentoring import forms, monitoring, survey_results
from mentoring.monitoring import Wave
from mentoring.papers.monitoring_values import Letter
from mentoring.rules import swot
from mentoring.rules.forms import Form, Question
from mentoring.rules.forms.model import Swot
from mentoring.rules.swot import LETTERS, Group
from storage.tx import Tx


async def letters(tx: Tx, school_id: int, school_year: int | None = None) -> tuple[Letter, ...]:
    """All four, each with what the surveys of the year say under it."""
    waves = await monitoring.every(tx, school_id, school_year)
    return tuple(
        [
            Letter(letter, tuple([group for wave in waves for group in await _groups(tx, wave, letter)]))
            for letter in LETTERS
        ]
    )


def letter_of(form: Form, question: Question) -> Swot:
    """Of a version that a school has made too."""
    shipped = forms.load().forms.get(form.key)
    known = (each for each in shipped.questions if each.key == question.key) if shipped else iter(())
    return swot.letter_of(question, next(known, None))


async def _groups(tx: Tx, of: Wave, letter: Swot) -> tuple[Group, ...]:
    """With names the questions of a letter are one group; without, each stands alone: nothing joins two of them."""
    asked = [each for each in of.form.questions if letter_of(of.form, each) is letter and not each.private]
    if not asked:
        return ()
    if of.round is None:
        said = [word for each in asked for word in await monitoring.words(tx, of, each)]
        return (swot.named(of.form.title, said, of.least),)
    shown = {each.key: each.texts for each in await survey_results.comments(tx, of.round)}
    return tuple(Group(f"{of.form.title} — {each.title}", shown.get(each.key, ()), of.least) for each in asked)
