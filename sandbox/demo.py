"""The demo school: invented people who can be played, and the staff list a coordinator can send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

SAMPLE_NAME = "Список сотрудников.xlsx"
HEADINGS = ("Фамилия Имя Отчество", "Должность", "Предметы", "Классы", "Стаж", "Роль")
WIDTHS = (34, 30, 44, 26, 16, 14)

PRIMARY, MIDDLE, SENIOR = "1–4 классы", "5–9 классы", "10–11 классы"
FRESH, YOUNG, GROWN, SKILLED, SENIOR_YEARS = (
    "Меньше года",
    "1–3 года",
    "4–10 лет",
    "11–20 лет",
    "Больше 20 лет",
)
TEACHER = "учитель"
MATH = "Математика (алгебра, геометрия, вероятность и статистика)"
SAFETY = "Основы безопасности и защиты Родины (ОБЗР)"


@dataclass(frozen=True, slots=True)
class Player:
    """Someone on the left of the page: one can open the bot as this person."""

    user_id: int
    first_name: str
    last_name: str
    who: str
    is_coordinator: bool = False


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One line of the staff list."""

    full_name: str
    position: str
    subjects: tuple[str, ...]
    classes: tuple[str, ...]
    experience: str
    role: str = TEACHER


PLAYERS = (
    Player(7_001_001, "Вера", "Орлова", "Координатор, завуч", is_coordinator=True),
    Player(7_001_002, "Игорь", "Званцев", "Заместитель директора"),
    Player(7_001_003, "Тамара", "Ключевская", "Наставник, математика"),
    Player(7_001_004, "Олег", "Берёзкин", "Наставник, русский язык"),
    Player(7_001_005, "Алёна", "Синицына", "Учитель математики, первый год"),
    Player(7_001_006, "Максим", "Рябинин", "Учитель русского языка"),
    Player(7_001_007, "Лидия", "Громова", "Учитель биологии, вернулась в школу"),
    Player(7_001_008, "Данила", "Соколков", "Учитель истории, первый год"),
    Player(7_001_009, "Кто-то", "Посторонний", "Не из школы"),
)

STAFF = (
    StaffRow("Орлова Вера Павловна", "Заместитель директора по УВР", ("История",), (SENIOR,), SENIOR_YEARS,
             "заместитель"),
    StaffRow("Званцев Игорь Львович", "Заместитель директора по ВР", ("География",), (MIDDLE,), SKILLED,
             "заместитель"),
    StaffRow("Ключевская Тамара Игнатьевна", "Учитель", (MATH,), (MIDDLE, SENIOR), SENIOR_YEARS),
    StaffRow("Берёзкин Олег Фёдорович", "Учитель", ("Русский язык", "Литература"), (MIDDLE, SENIOR), SKILLED),
    StaffRow("Синицына Алёна Романовна", "Учитель", (MATH, "Информатика"), (MIDDLE,), FRESH),
    StaffRow("Рябинин Максим Андреевич", "Учитель", ("Русский язык", "Литература"), (MIDDLE,), YOUNG),
    StaffRow("Громова Лидия Семёновна", "Учитель", ("Биология", "Химия"), (MIDDLE, SENIOR), GROWN),
    StaffRow("Соколков Данила Ильич", "Учитель", ("История", "Обществознание"), (MIDDLE,), FRESH),
    StaffRow("Вершинин Аркадий Борисович", "Директор", ("Физика",), (SENIOR,), SENIOR_YEARS, "директор"),
    StaffRow("Тихонравова Майя Олеговна", "Педагог-психолог", ("Педагог-психолог",), (PRIMARY, MIDDLE), GROWN,
             "психолог"),
    StaffRow("Лесная Зоя Кирилловна", "Учитель начальных классов", ("Начальные классы",), (PRIMARY,),
             SENIOR_YEARS),
    StaffRow("Полянская Рита Денисовна", "Учитель начальных классов", ("Начальные классы",), (PRIMARY,),
             FRESH),
    StaffRow("Ветрова Нина Глебовна", "Учитель начальных классов", ("Начальные классы", "Окружающий мир"),
             (PRIMARY,), GROWN),
    StaffRow("Мельников Степан Егорович", "Учитель", ("Физика",), (MIDDLE, SENIOR), SKILLED),
    StaffRow("Журавлёва Инна Марковна", "Учитель", ("Химия",), (MIDDLE, SENIOR), SENIOR_YEARS),
    StaffRow("Снегирёв Антон Юрьевич", "Учитель", ("Физическая культура",), (PRIMARY, MIDDLE), YOUNG),
    StaffRow("Дубравина Ольга Тимофеевна", "Учитель", ("Английский язык",), (PRIMARY, MIDDLE), SKILLED),
    StaffRow("Калинина Яна Эдуардовна", "Учитель", ("Английский язык", "Немецкий язык"), (MIDDLE,), FRESH),
    StaffRow("Озеров Пётр Никитич", "Учитель", ("География",), (MIDDLE, SENIOR), GROWN),
    StaffRow("Чайкина Полина Артуровна", "Учитель", ("Музыка",), (PRIMARY, MIDDLE), YOUNG),
    StaffRow("Краснопольский Лев Захарович", "Учитель", ("Труд (технология)",), (MIDDLE,), SENIOR_YEARS),
    StaffRow("Миронова-Белых Ева Станиславовна", "Учитель", ("Изобразительное искусство",), (PRIMARY, MIDDLE),
             YOUNG),
    StaffRow("Заречный Глеб Викторович", "Преподаватель-организатор", (SAFETY,), (MIDDLE, SENIOR), GROWN),
    StaffRow("Травина Кира Леонидовна", "Педагог-библиотекарь", ("Педагог-библиотекарь",), (PRIMARY, MIDDLE),
             SKILLED),
)  # fmt: skip


def staff_xlsx(staff: Sequence[StaffRow] = STAFF) -> bytes:
    """A staff list as a coordinator would send it."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = "Сотрудники"
    for row in _lines(staff):
        sheet.append(row)
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _lines(staff: Sequence[StaffRow]) -> Iterator[tuple[str, ...]]:
    yield HEADINGS
    for row in staff:
        subjects, classes = "; ".join(row.subjects), "; ".join(row.classes)
        yield row.full_name, row.position, subjects, classes, row.experience, row.role
