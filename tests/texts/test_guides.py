"""The guides know what the bot can do: every setting, every command, every stage of a person's way."""

from pathlib import Path

import pytest

from bot.settings import Settings
from handlers.texts import commands
from handlers.texts import menu as labels
from mentoring import forms

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text("utf-8")
COORDINATORS = (CHECKOUT / "docs" / "coordinator.md").read_text("utf-8")
TEACHERS = (CHECKOUT / "docs" / "teacher.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_readme(name: str) -> None:
    assert f"`{name.upper()}`" in README


@pytest.mark.parametrize("command", [name for name, _ in commands.EVERYONE])
def test_everybodys_command_is_in_the_teachers_guide(command: str) -> None:
    assert f"/{command}" in TEACHERS + labels.help_teacher()


@pytest.mark.parametrize("command", [name for name, _ in commands.COORDINATOR])
def test_a_coordinators_command_is_in_the_coordinators_guide(command: str) -> None:
    assert f"/{command}" in COORDINATORS + labels.help_coordinator() + labels.help_teacher()


@pytest.mark.parametrize("key", forms.load().forms)
def test_every_form_has_a_title_of_its_own(key: str) -> None:
    titles = [form.title for form in forms.load().forms.values()]
    assert titles.count(forms.load().forms[key].title) == 1
