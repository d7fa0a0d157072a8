"""A small questionnaire that the tests of conditions speak about."""

from mentoring.rules.expressions import Language, Reading, Scope, read
from mentoring.rules.forms import Question, parse_form
from mentoring.rules.forms.model import SELF

FORM = parse_form(
    {
        "key": "sample",
        "version": 1,
        "title": "Проба",
        "audience": "teacher",
        "minutes": 1,
        "questions": [
            {
                "key": "ready",
                "type": "single",
                "text": "Готовы помогать?",
                "options": {
                    "never": "Нет",
                    "later": "Возможно, позже",
                    "self": "Справлюсь сам(а)",
                    "year": "Да, на год",
                },
            },
            {
                "key": "areas",
                "type": "multi",
                "text": "В чём нужна помощь?",
                "options": {
                    "method": "Урок и методика",
                    "talks": "«Разговоры о важном»",
                    "y21": "Больше 20 лет",
                    "none": "Ничего из этого",
                },
            },
            {"key": "mark", "type": "scale", "text": "Насколько уверенно?"},
            {"key": "wish", "type": "yesno", "text": "Есть пожелание?"},
            {"key": "day", "type": "date", "text": "Когда удобно начать?"},
            {"key": "rate", "type": "decimal", "text": "Какая нагрузка?"},
            {"key": "note", "type": "text", "text": "Что ещё?"},
        ],
    },
    {},
)
QUESTIONS = {question.key: question for question in FORM.questions}
LATER = frozenset({"last"})


def understood(text: str, language: Language, own: str = "") -> Reading:
    """The expression read after all questions, or as the constraint of one of them."""
    names: dict[str, Question | None] = {}
    for number, question in enumerate(FORM.questions, 1):
        several = (question.key,) if language is Language.XLSFORM else (question.key, f"№{number}", question.text)
        names |= dict.fromkeys((language.fold(name) for name in several), question)
    return read(text, Scope(language, names, LATER, QUESTIONS[own] if own else None))


def questions(own: str = "") -> dict[str, Question]:
    """By key, as an expression's writer wants them."""
    return {**QUESTIONS, SELF: QUESTIONS[own]} if own else QUESTIONS
