"""The forms of mentoring, and the words that schools have for them."""

import re
from collections.abc import Mapping

from mentoring.rules.text import words_of

# The keys and the labels are those of the mentor's questionnaire; one that it does not ask for stands last.
FORMATS: Mapping[str, str] = {
    "one_to_one": "Один на один",
    "group": "Группа коллег",
    "remote": "Дистанционно",
    "short_term": "Короткая программа под одну цель",
    "situational": "Помощь по случаю",
    "reverse": "Реверсивное: учимся взаимно",
    "speed": "Скоростное наставничество",
}
ONE_TO_ONE = "one_to_one"

_WORDS: Mapping[str, str] = {
    "one_to_one": r"(?:традиц|индивид)\w*(?: \w+)?|пар[аы]|парн\w*|один на один|наставническая пара|1 на 1",
    "group": r"групп\w*(?: \w+)?|наставническая группа|командн\w*",
    "remote": r"(?:виртуальн|дистанц|онлайн|электронн)\w*(?: \w+)?",
    "short_term": r"(?:краткосрочн|коротк|целеполагающ|целев)\w*(?: .*)?",
    "situational": r"ситуац\w*(?: \w+)?|по запросу|помощь по случаю",
    "reverse": r"реверс\w*(?: .*)?|взаимн\w*(?: \w+)?",
    "speed": r"скорост\w*(?: \w+)?|флеш\w*(?: \w+)?|speed\w*(?: \w+)?",
}


def read_format(cell: str) -> str:
    """Its key; nothing when no form or several answer to it."""
    said = " ".join(words_of(cell))
    found = [key for key, label in FORMATS.items() if said == " ".join(words_of(label))]
    found = found or [key for key, words in _WORDS.items() if re.fullmatch(words, said)]
    return found[0] if len(found) == 1 else ""
