"""«Спросить координатора»: a question reaches the coordinators, the reply comes back to the same place."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import notices
from mentoring.access import Member
from mentoring.notices import Notice
from storage import journal, questions
from storage.questions import Question
from storage.tx import Tx

PAGE = 5


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    lines: tuple[Question, ...]
    total: int
    number: int
    pages: int


async def ask(tx: Tx, member: Member, *, text: str, about: str, run_id: int | None, now: datetime) -> int:
    """`about` is the title of the question on the asker's screen; their answers stay with them."""
    question_id = await questions.add(
        tx,
        school_id=member.school_id,
        person_id=member.person_id,
        about=about,
        text=text,
        run_id=run_id,
        now=now,
    )
    await notices.tell_news(tx, member.school_id, now, by=member.person_id)
    return question_id


async def reply(tx: Tx, member: Member, *, question_id: int, text: str, now: datetime) -> bool:
    """False when another coordinator has answered already."""
    question = await questions.get(tx, question_id, member.school_id)
    if question is None or not await questions.answer(tx, question_id, reply=text, by=member.person_id, now=now):
        return False
    await notices.tell(
        tx,
        Notice.REPLY_TO_QUESTION,
        question.person_id,
        key=f"question:{question_id}",
        due_at=now,
        now=now,
        about={"question": question_id},
    )
    await journal.note(
        tx,
        "question.reply",
        school_id=member.school_id,
        actor_id=member.person_id,
        person_id=question.person_id,
        now=now,
    )
    return True


async def page(tx: Tx, member: Member, number: int) -> QuestionsPage:
    """What waits for an answer, the longest waiting first."""
    total = await questions.count_waiting(tx, member.school_id)
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 0), pages - 1)
    lines = await questions.waiting(tx, member.school_id, offset=number * PAGE, limit=PAGE)
    return QuestionsPage(tuple(lines), total, number, pages)


async def get(tx: Tx, member: Member, question_id: int) -> Question | None:
    return await questions.get(tx, question_id, member.school_id)
