"""A coordinator writes to many in as few taps as it takes."""

from tests.cast import Person

TEXT = "Завтра в 15:00 педсовет в актовом зале.\nПриходите, <b>будет</b> чай & пироги."
HEAD = "Сообщение от координатора школы «Школа № 12»"


async def drafts(author: Person, to: str = "Всем", text: str = TEXT) -> None:
    """As far as the preview."""
    await author.says("/write")
    await author.presses(to)
    await author.says(text)


async def announces(author: Person, to: str = "Всем", text: str = TEXT) -> None:
    await drafts(author, to, text)
    await author.presses("Отправить")


async def opens_report(author: Person) -> None:
    """Of the last one."""
    await author.says("/write")
    await author.presses("Отправленные")
    await author.presses("08.09")


def heard(person: Person, text: str = HEAD) -> int:
    return sum(text in message.text for message in person.messages)
