"""The answers of a bank for its workbook, each person's under the questions that they were asked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from mentoring import questionnaires
from mentoring.answer_values import read
from mentoring.papers.values import BankAnswers, BankForm, BankQuestion
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.questionnaire import Answers, Value
from storage import bank_book
from storage.bank_book import BookLine
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Told:
    """Everybody who has handed the questionnaire in, with their answers and with the form that each was asked."""

    lines: tuple[BookLine, ...]
    _forms: Mapping[str | None, Form]
    _answers: Mapping[int, Answers] = field(repr=False)

    def words(self, line: BookLine, key: str) -> str:
        """One answer as a cell; nothing when their form has no such question."""
        question = next((each for each in self._forms[line.digest].questions if each.key == key), None)
        said = self._answers[line.run_id].get(key)
        return "; ".join((questionnaire.labels(question, said) if question else None) or ())

    def answers(self, line: BookLine) -> Answers:
        return self._answers[line.run_id]

    def forms(self) -> tuple[BankForm, ...]:
        """A block per wording: answers to different questions are not put into one column."""
        alike: dict[str | None, list[BookLine]] = defaultdict(list)
        for line in self.lines:
            alike[line.digest].append(line)
        blocks = (self._block(self._forms[digest], same) for digest, same in alike.items())
        return tuple(sorted(blocks, key=lambda block: block.version))

    def _block(self, form: Form, lines: list[BookLine]) -> BankForm:
        asked = _columns(form)
        return BankForm(
            version=form.version,
            questions=tuple(
                BankQuestion(each.title, tuple(option.label for option in each.options), each.private) for each in asked
            ),
            lines=tuple(BankAnswers(line.full_name, self._said(form, asked, line)) for line in lines),
        )

    def _said(self, form: Form, asked: tuple[Question, ...], line: BookLine) -> tuple[tuple[str, ...], ...]:
        kept = questionnaire.kept(form, self._answers[line.run_id])
        return tuple(questionnaire.labels(question, kept.get(question.key)) or () for question in asked)


async def gather(tx: Tx, school_id: int, form_key: str) -> Told:
    lines = await bank_book.book(tx, school_id, form_key)
    answers: dict[int, dict[str, Value | None]] = defaultdict(dict)
    for each in await bank_book.book_answers(tx, school_id, form_key):
        answers[each.run_id][each.question] = read(each.value)
    forms = {digest: await questionnaires.asked(tx, form_key, digest) for digest in {line.digest for line in lines}}
    return Told(tuple(lines), forms, answers)


def _columns(form: Form) -> tuple[Question, ...]:
    """What was only to be read has no answer."""
    return tuple(question for question in form.questions if question.kind is not QuestionKind.NOTE)
