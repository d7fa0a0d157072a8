"""Rows of a staff list and what becomes of them, for the tests of its cells and of the whole."""

from mentoring.rules.staff_list import Dictionaries, StaffEntry, StaffList, StaffRow, check

DICTIONARIES = Dictionaries(
    subjects={
        "primary": "Начальные классы",
        "russian": "Русский язык",
        "literature": "Литература",
        "native_lang": "Родной язык и литература",
        "english": "Английский язык",
        "foreign_other": "Другой иностранный язык",
        "math": "Математика (алгебра, геометрия, вероятность и статистика)",
        "informatics": "Информатика",
        "history": "История",
        "physics": "Физика",
        "chemistry": "Химия",
        "religion_ethics": "ОРКСЭ / духовно-нравственная культура",
        "art": "Изобразительное искусство",
        "technology": "Труд (технология)",
        "obzr": "Основы безопасности и защиты Родины (ОБЗР)",
        "pe": "Физическая культура",
        "psychology": "Педагог-психолог",
        "speech": "Учитель-логопед, дефектолог",
        "tutor": "Тьютор, ассистент",
        "upbringing": "Советник по воспитанию, педагог-организатор",
        "other": "Другое",
    },
    levels={"noo": "1–4 классы", "ooo": "5–9 классы", "soo": "10–11 классы", "none": "Уроков не веду"},
    experience={
        "y0": "Меньше года",
        "y1": "1–3 года",
        "y4": "4–10 лет",
        "y11": "11–20 лет",
        "y21": "Больше 20 лет",
    },
)
ROW = StaffRow(2, "Берёзкина Алла Игоревна")


def checked(*rows: StaffRow) -> StaffList:
    return check(rows, DICTIONARIES)


def only(row: StaffRow) -> StaffEntry:
    listed = checked(row)
    assert listed.problems == ()
    return listed.entries[0]
