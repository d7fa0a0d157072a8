"""Fields that many papers have: the school, the paper's own number and day, whoever signs."""

from mentoring.papers.office_words import NO_DAY
from mentoring.papers.templates import fields
from mentoring.papers.templates.fields import Field, Sort

SCHOOL = Field("школа.полное_название", "полное название школы")
SHORT_NAME = Field("школа.краткое_название", "краткое название школы")
ADDRESS = Field("школа.адрес", "адрес школы")
CITY = Field("школа.город", "город")
DIRECTOR_POST = Field("директор.должность", "должность руководителя")
DIRECTOR = Field("директор.подпись", "руководитель: инициалы и фамилия")
NUMBER = Field(fields.NUMBER, "номер документа", blank="______")
DATED_ON = Field(fields.DATED_ON, "дата документа", blank=NO_DAY)
YEAR = Field("учебный_год", "учебный год, как 2026/2027")
COORDINATOR = Field("куратор.имя", "куратор наставничества: фамилия, имя, отчество")
COORDINATOR_POST = Field("куратор.должность", "должность куратора")
GROUNDS = Field("основания", "основания: законы и письма")
ACQUAINTED = Field(
    "ознакомление",
    "кого ознакомить с приказом",
    Sort.LINES,
    line="работник",
    each=(Field("номер", "номер по порядку"), Field("имя", "фамилия, имя, отчество")),
)
