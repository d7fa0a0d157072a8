"""Before a file with everybody in it is made: what stands in it, where it goes, who will know."""

from handlers.texts.common import people
from storage.vocabulary import Privacy

BANK = "Банк запросов с фамилиями и ответами"
MENTORS = "Банк наставников с фамилиями и ответами"
YEAR = "Файл года с фамилиями"


def ask(what: str, count: int, privacy: Privacy) -> str:
    where = "в папку на сервере" if privacy is Privacy.STRICT else "в этот чат"
    return (
        f"{what}: {people(count)}. Он придёт {where}. Передавайте его только тем, кому он нужен по работе. "
        "Остальные, кто ведёт программу, узнают, что файл скачан."
    )


def yes(count: int) -> str:
    return f"Да, сделать файл ({count})"
