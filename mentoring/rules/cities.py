"""Which time zone a city lives in: a table of the larger cities, then hints of the region."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.rules.text import fold

# «город» itself is taken off, but «Нижний Новгород», «Новый Уренгой» and the like keep all their words.
_KIND = re.compile(r"^(?:г|гор|город|пос|поселок|пгт|рп|п|с|село|д|дер|деревня|ст|станица|х|хутор|аул)(?:\.\s*|\s+)")
_REGION = re.compile(r"\b(?:обл|област[ьи]|кра[йя]|респ|республика|ао|автономный|автономная|федерация)\b")
_EXTRA = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class CityZones:
    """Folded city names and beginnings of region names, each with an IANA zone."""

    cities: Mapping[str, str]
    regions: tuple[tuple[str, str], ...]

    def time_zone(self, city: str) -> str | None:
        """The zone of «г. Казань» or «с. Иваново, Томская область»; None: ask the person."""
        parts = [_plain(part) for part in re.split(r"[,;\n]", _EXTRA.sub(" ", fold(city)))]
        # A region decides between two places of one name, so it is asked first.
        for part in parts:
            if zone := self._of_region(part):
                return zone
        return next((self.cities[part] for part in parts if part in self.cities), None)

    def _of_region(self, part: str) -> str | None:
        if part in self.cities:
            return None
        words = part.split()
        named = _REGION.search(part) is not None
        # «Кировский» and «Амурск» are towns far from the regions they sound like.
        hints = (pair for pair in self.regions if named or not pair[0].endswith("ск"))
        return next((zone for hint, zone in hints if any(word.startswith(hint) for word in words)), None)


def parse_cities(raw: Mapping[str, object]) -> CityZones:
    """Read the table: a section per zone with lists of cities and region hints."""
    cities: dict[str, str] = {}
    regions: list[tuple[str, str]] = []
    for zone, lists in raw.items():
        if not isinstance(lists, Mapping):
            raise TypeError(f"{zone}: a table is expected")
        cities |= {_plain(fold(str(name))): zone for name in lists.get("cities", ())}
        regions += [(fold(str(hint)), zone) for hint in lists.get("regions", ())]
    # Longer hints first: «еврейск» must not lose to a shorter neighbour.
    return CityZones(cities, tuple(sorted(regions, key=lambda pair: (-len(pair[0]), pair))))


def _plain(name: str) -> str:
    return _KIND.sub("", name.strip(" .")).replace("-", " ").removesuffix(" г").strip()
