"""A form without its questions: what the workbook says of it, and what only the bot decides."""

from collections.abc import Mapping
from dataclasses import replace

from mentoring.rules.form_files.columns import AUDIENCES, NO, YES, Setting
from mentoring.rules.form_files.keys import key_of
from mentoring.rules.form_files.model import CellReason
from mentoring.rules.form_files.table import Row
from mentoring.rules.forms import Form
from mentoring.rules.forms.checks import FORM_LIMITS, key_fault
from mentoring.rules.text import fold

_FLAGS = (Setting.CONFIDENTIAL, Setting.ANONYMOUS, Setting.SUMMARY)
_LIMITS = {Setting(field): limit for field, limit in FORM_LIMITS.items()}
_QUESTIONS_A_MINUTE = 3


def settle(said: Row, known: Mapping[str, Form], questions: int) -> tuple[Form, Form | None]:
    """The form that the questions belong to, and the school's present form if it has one of this key.

    A file without a key means the form of the same title, or a new one.
    """
    base = _base(said, known)
    title = said.line(Setting.TITLE) or (base.title if base else said.needed(Setting.TITLE))
    minutes = said.number(Setting.MINUTES)
    if minutes is not None and minutes < 1:
        said.complain(Setting.MINUTES, CellReason.BAD_LIMIT, said.line(Setting.MINUTES), ("1",))
    form = base or _own(_key(said, known, title))
    _keep_decided(said, form)
    for name, limit in _LIMITS.items():
        if len(said.text(name)) > limit:
            said.complain(name, CellReason.WORDS_TOO_LONG, str(len(said.text(name))), (str(limit),))
    guess = base.minutes if base else max(1, questions // _QUESTIONS_A_MINUTE)
    return replace(
        form,
        title=title,
        minutes=guess if minutes is None else int(minutes),
        intro=said.text(Setting.INTRO) if said.has(Setting.INTRO) else form.intro,
        outro=said.text(Setting.OUTRO) if said.has(Setting.OUTRO) else form.outro,
        questions=(),
    ), base


def _base(said: Row, known: Mapping[str, Form]) -> Form | None:
    if said.line(Setting.KEY):
        return known.get(said.line(Setting.KEY))
    title = fold(said.line(Setting.TITLE))
    alike = [form for form in known.values() if title and fold(form.title) == title]
    return alike[0] if len(alike) == 1 else None


def _key(said: Row, known: Mapping[str, Form], title: str) -> str:
    key = said.line(Setting.KEY)
    if key and key_fault(key):
        said.complain(Setting.KEY, CellReason.BAD_KEY, key, (key_of(key, known, "form"),))
    return key or key_of(title, known, "form")


def _own(key: str) -> Form:
    """What the bot decides of a school's own questionnaire."""
    return Form(
        key=key,
        version=1,
        title="",
        audience="teacher",
        minutes=1,
        intro="",
        outro="",
        confidential=True,
        anonymous=False,
        summary=True,
        questions=(),
    )


def _keep_decided(said: Row, form: Form) -> None:
    audience = said.line(Setting.AUDIENCE)
    if audience and AUDIENCES.get(fold(audience), fold(audience)) != form.audience:
        said.complain(Setting.AUDIENCE, CellReason.CANNOT_CHANGE, audience, (form.audience,))
    for name, stays in zip(_FLAGS, (form.confidential, form.anonymous, form.summary), strict=True):
        if said.flag(name, default=stays) is not stays:
            said.complain(name, CellReason.CANNOT_CHANGE, said.line(name), (YES if stays else NO,))
