"""A coordinator sets the year up: what the roadmap leaves unsaid, then its dates."""

from tests.cast import Person

ANSWERS = ("До 31 мая", "Координатор", "Координатор", "20 апреля – 31 мая", "Нет, не нужен")


async def answers_questions(coordinator: Person, *answers: str) -> None:
    """From any screen; the usual answers unless others are given."""
    await coordinator.says("/roadmap")
    await coordinator.presses("Ответить на вопросы (5)")
    for answer in answers or ANSWERS:
        await coordinator.presses(answer)


async def confirms_dates(coordinator: Person) -> None:
    await answers_questions(coordinator)
    await coordinator.presses("Подтвердить сроки")
