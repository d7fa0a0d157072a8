"""What a finished job says."""

from collections.abc import Mapping

from handlers.texts.common import plural
from mentoring.jobs import Work

_CAPTIONS: Mapping[Work, str] = {
    Work.STAFF_TEMPLATE: "Шаблон списка сотрудников. Заполните лист «Сотрудники» и пришлите файл сюда.",
    Work.BANK_BOOK: "Банк наставляемых. В нём личные сведения: не пересылайте файл в общие чаты.",
    Work.MENTOR_BOOK: "Банк наставников. В нём личные сведения: не пересылайте файл в общие чаты.",
    Work.CONSENT_FORMS: "Бланки согласия. Паспортные данные, адрес и подпись вписывают от руки; в чат их не присылают.",
    Work.SLIPS: "Листочки: разрежьте по пунктиру и раздайте. Каждый код личный и действует один раз.",
    Work.POSTER: "Плакат для учительской. Кто придёт по нему, попросит вас подтвердить.",
}
RETRY = "Попробовать ещё раз"


def caption(work: Work) -> str:
    return _CAPTIONS.get(work, "")


def kept(path: str, days: int) -> str:
    return (
        f"Файл готов, он в папке exports на сервере: <code>{path.removeprefix('exports/')}</code>\n\n"
        f"Через {plural(days, 'день', 'дня', 'дней')} он удалится, а если уничтожаются чьи-то данные, то сразу."
    )


def failed() -> str:
    return "Не получилось подготовить файл. Попробуйте ещё раз; если не поможет, скажите тому, кто ведёт бота."
