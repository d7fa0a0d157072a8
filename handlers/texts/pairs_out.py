"""The pairs as a workbook and as a picture, on their way."""

BOOK = "Скачать Excel"
CHART = "Схема пар"


def book_ordered() -> str:
    return "Таблица придёт отдельным сообщением через несколько секунд."


def chart_ordered() -> str:
    return (
        "Схема придёт картинкой через несколько секунд. Большая школа не помещается на одну: картинок будет несколько."
    )
