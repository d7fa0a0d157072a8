"""What the settings say of the school for its papers."""

from collections.abc import Mapping

from mentoring.schools import Field

DIRECTOR_POST = "Директор"


def director_post(details: Mapping[Field, str]) -> str:
    return details.get(Field.DIRECTOR_POST, "") or DIRECTOR_POST
