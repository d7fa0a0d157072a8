"""A question of a draft as it will be asked, without anybody being asked it."""

from datetime import datetime

from mentoring.filling.place import first_page
from mentoring.filling.steps import Ask
from mentoring.rules.forms import Form
from mentoring.rules.questionnaire import Progress
from storage.runs import Run
from storage.vocabulary import RunState, Source


def preview(form: Form, number: int, now: datetime) -> Ask:
    """The step of the question at this place, counted from 0; its run is nobody's."""
    question = form.questions[number]
    run = Run(
        id=0,
        school_id=0,
        person_id=0,
        entered_by=0,
        form_key=form.key,
        form_version=form.version,
        digest=None,
        state=RunState.OPEN,
        part=question.part.value,
        place=question.key,
        step=0,
        ticked=(),
        changing=False,
        failures=0,
        about={},
        parent_id=None,
        source=Source.TAP,
        touched_at=now,
        submitted_at=None,
        seen_at=None,
        changed_at=None,
    )
    return Ask(run, form, question, Progress(1, 1), page=first_page(question, ()))
