"""The words of the collection of practice cards."""

TITLE = "МЕТОДИЧЕСКАЯ КОПИЛКА"
OF = "Практики педагогов школы"
CONTENTS = "Содержание"
NOMINATIONS = "Номинации круглого стола"
NO_ORDER = "В каждой номинации практики стоят по алфавиту: мест и баллов здесь нет."
AUTHOR, AREAS = "Автор", "Направления"
USEFUL_TO, PROBLEM, DONE, RESULT, LINKS = "Кому полезно", "Ситуация", "Что делали", "Результат", "Материалы"


def year(school_year: int) -> str:
    return f"{school_year}/{school_year + 1} учебный год"


def nominee(title: str, author: str) -> str:
    return f"– {title} ({author})" if author else f"– {title}"
