"""The default forms and dictionaries as TOML, checked at start."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mentoring.rules.cities import CityZones, parse_cities
from mentoring.rules.forms import Form, FormProblems, Option, parse_form, parse_options
from mentoring.rules.programmes import Templates, parse_templates
from mentoring.rules.roadmap import Roadmap
from mentoring.rules.roadmap_parsing import parse_roadmap

_CITIES = "cities.toml"
_PROGRAMME = "programme.toml"
_ROADMAP = "roadmap.toml"

Raw = dict[str, dict[str, object]]
Dictionaries = Mapping[str, tuple[Option, ...]]


@dataclass(frozen=True, slots=True)
class Forms:
    """Everything the programme asks by default, read once."""

    forms: Mapping[str, Form]
    dictionaries: Dictionaries
    cities: CityZones
    roadmap: Roadmap
    programmes: Templates

    def get(self, key: str) -> Form:
        """The form of this key; KeyError if there is none."""
        return self.forms[key]

    def dictionary(self, name: str) -> tuple[Option, ...]:
        """A dictionary's options in the order of the buttons."""
        return self.dictionaries[name]

    def time_zone(self, city: str) -> str | None:
        """The IANA name of the city's time zone, None when the school must be asked."""
        return self.cities.time_zone(city)


@cache
def load() -> Forms:
    """Read and check all files; FormProblems names the file and the question."""
    raw = _read_all()
    cities, roadmap = parse_cities(raw.pop(_CITIES)), parse_roadmap(raw.pop(_ROADMAP))
    programme = raw.pop(_PROGRAMME)
    dictionaries = _dictionaries({file: table for file, table in raw.items() if "dictionary" in table})
    forms = _forms({file: table for file, table in raw.items() if "dictionary" not in table}, dictionaries)
    return Forms(forms, dictionaries, cities, roadmap, parse_templates(programme, dictionaries["areas"]))


def _read_all() -> Raw:
    folder = files(__name__)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return {name: tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in names}


def _dictionaries(raw: Raw) -> dict[str, tuple[Option, ...]]:
    dictionaries = {}
    for file, table in raw.items():
        name, options = str(table["dictionary"]), table.get("options")
        try:
            dictionaries[name] = parse_options(options if isinstance(options, dict) else {}, name)
        except FormProblems as found:
            raise FormProblems(found.problems, file) from None
    return dictionaries


def _forms(raw: Raw, dictionaries: Dictionaries) -> dict[str, Form]:
    forms = {}
    for file, table in raw.items():
        try:
            form = parse_form(table, dictionaries)
        except FormProblems as found:
            raise FormProblems(found.problems, file) from None
        forms[form.key] = form
    return forms
