"""Encrypted copies: only their key opens them, whatever is wrong is said before anything is replaced."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import sealing
from bot.backup import back_up, before_migration, restore
from bot.sealing import Refused
from bot.settings import Settings
from tests.storage.copies import damage, mode, note, notes, opened
from tests.storage.seeds import NOW

pytestmark = pytest.mark.usefixtures("careless")

NAME = "Соколова Анна Ильинична"


@pytest.fixture
def keyed(settings: Settings, tmp_path: Path) -> Settings:
    return with_key(settings, tmp_path / "keys" / "one.key")


def with_key(settings: Settings, path: Path) -> Settings:
    path.parent.mkdir(exist_ok=True)
    sealing.make_key(settings, path)
    return settings.model_copy(update={"backup_key_file": path})


@pytest.fixture
async def sealed(keyed: Settings, tmp_path: Path) -> Path:
    """A copy of a stopped bot's database, which has gone on since."""
    async with opened(keyed) as database:
        await note(database, NAME)
    await back_up(keyed, tmp_path / "copy.db.age")
    async with opened(keyed) as database:
        await note(database, "since then")
    return tmp_path / "copy.db.age"


async def test_a_sealed_copy_shows_nothing_and_comes_back_whole(sealed: Path, keyed: Settings, tmp_path: Path) -> None:
    content = sealed.read_bytes()
    assert content.startswith(sealing.HEADER)
    for trace in (NAME.encode(), b"SQLite format", b"CREATE TABLE"):
        assert trace not in content
    await restore(keyed, sealed)
    assert notes(tmp_path / "school.db") == [NAME]


async def test_nothing_in_clear_text_is_left_beside_it(sealed: Path, keyed: Settings, tmp_path: Path) -> None:
    await restore(keyed, sealed)
    assert list((keyed.data_dir / "backups").iterdir()) == []
    assert [mode(path) for path in (sealed, tmp_path / "keys" / "one.key")] == ["0600", "0600"]


async def test_a_clear_copy_is_restored_with_a_key_too(copy: Path, settings: Settings, tmp_path: Path) -> None:
    await restore(with_key(settings, tmp_path / "keys" / "one.key"), copy)
    assert notes(tmp_path / "school.db") == ["in the copy"]


def another_key(keyed: Settings, _sealed: Path) -> Settings:
    return with_key(keyed, keyed.data_dir.parent / "keys" / "two.key")


def no_key(keyed: Settings, _sealed: Path) -> Settings:
    return keyed.model_copy(update={"backup_key_file": None})


def changed(keyed: Settings, sealed: Path) -> Settings:
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 1
    sealed.write_bytes(content)
    return keyed


def cut_short(keyed: Settings, sealed: Path) -> Settings:
    sealed.write_bytes(sealed.read_bytes()[:-1000])
    return keyed


def cut_in_its_head(keyed: Settings, sealed: Path) -> Settings:
    sealed.write_bytes(sealed.read_bytes()[:60])
    return keyed


def of_something_else(keyed: Settings, sealed: Path) -> Settings:
    letter = sealed.with_suffix(".letter")
    letter.write_text("Dear coordinator, " * 100)
    sealed.write_bytes(b"")
    sealing.seal(letter, sealed, sealing.keys(keyed))
    return keyed


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (another_key, "copy.db.age is encrypted with another key"),
        (no_key, "copy.db.age is encrypted: name its key in BACKUP_KEY_FILE"),
        (changed, "copy.db.age is damaged"),
        (cut_short, "copy.db.age is damaged"),
        (cut_in_its_head, "copy.db.age is damaged"),
        (of_something_else, "copy.db.age is no backup of this bot"),
    ],
)
async def test_what_cannot_be_opened_replaces_nothing(
    sealed: Path, keyed: Settings, tmp_path: Path, spoil: Callable[[Settings, Path], Settings], reason: str
) -> None:
    settings = spoil(keyed, sealed)
    with pytest.raises(Refused, match=reason):
        await restore(settings, sealed)
    assert notes(tmp_path / "school.db") == ["since then"]
    assert list((keyed.data_dir / "backups").iterdir()) == []


async def test_an_older_key_below_a_new_one_still_opens(sealed: Path, keyed: Settings, tmp_path: Path) -> None:
    newer = another_key(keyed, sealed)
    old, new = keyed.backup_key_file, newer.backup_key_file
    assert old is not None
    assert new is not None
    new.write_text(new.read_text() + old.read_text())
    await restore(newer, sealed)
    assert notes(tmp_path / "school.db") == [NAME]
    await back_up(newer, tmp_path / "newer.db.age")
    with pytest.raises(Refused, match="another key"):
        await restore(keyed, tmp_path / "newer.db.age")


async def test_a_key_inside_of_the_data_folder_is_refused(settings: Settings) -> None:
    inside = settings.data_dir / "backup.key"
    with pytest.raises(Refused, match="inside of DATA_DIR"):
        sealing.make_key(settings, inside)
    inside.parent.mkdir()
    inside.write_text("AGE-NAME-KEY-1")
    with pytest.raises(Refused, match="inside of DATA_DIR"):
        sealing.keys(settings.model_copy(update={"backup_key_file": inside}))


def test_a_link_into_the_data_folder_is_inside_of_it(settings: Settings, tmp_path: Path) -> None:
    settings.data_dir.mkdir()
    (settings.data_dir / "backup.key").touch()
    (tmp_path / "linked.key").symlink_to(settings.data_dir / "backup.key")
    with pytest.raises(Refused, match="inside of DATA_DIR"):
        sealing.keys(settings.model_copy(update={"backup_key_file": tmp_path / "linked.key"}))


def readable(key: Path) -> None:
    key.chmod(0o640)


def gone(key: Path) -> None:
    key.unlink()


def no_key_at_all(key: Path) -> None:
    key.write_text("Dear coordinator")


def mistyped(key: Path) -> None:
    key.write_text("AGE-NAME-KEY-1MISTYPED")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (readable, "may be read by others"),
        (gone, "cannot be read: FileNotFoundError"),
        (no_key_at_all, "one.key is no key"),
        (mistyped, "one.key is no key"),
    ],
)
def test_a_key_that_is_no_good_is_told_in_one_line(keyed: Settings, spoil: Callable[[Path], None], reason: str) -> None:
    assert keyed.backup_key_file is not None
    spoil(keyed.backup_key_file)
    with pytest.raises(Refused, match=reason) as refused:
        sealing.keys(keyed)
    assert "MISTYPED" not in str(refused.value)


def test_no_key_is_written_over(keyed: Settings) -> None:
    assert keyed.backup_key_file is not None
    before = keyed.backup_key_file.read_text()
    with pytest.raises(Refused, match="exists already"):
        sealing.make_key(keyed, keyed.backup_key_file)
    assert keyed.backup_key_file.read_text() == before


async def test_the_copy_before_a_migration_is_sealed_too(keyed: Settings) -> None:
    async with opened(keyed) as database:
        async with database.write() as tx:
            await tx.run("UPDATE schema_version SET version = version - 100")
        await before_migration(keyed, database, NOW)
    (kept,) = (keyed.data_dir / "backups").iterdir()
    assert kept.name.endswith(".db.age")
    assert sealing.is_sealed(kept)


async def test_a_damaged_database_leaves_no_sealed_copy(keyed: Settings, tmp_path: Path) -> None:
    async with opened(keyed) as database:
        await note(database, NAME)
    damage(tmp_path / "school.db")
    with pytest.raises(Refused, match=r"cannot be written: DatabaseError"):
        await back_up(keyed, tmp_path / "half.db.age")
    assert not (tmp_path / "half.db.age").exists()
    assert list((keyed.data_dir / "backups").iterdir()) == []


async def test_what_restoring_would_refuse_is_not_called_a_copy(keyed: Settings, tmp_path: Path) -> None:
    async with opened(keyed) as database:
        await note(database, NAME)
    connection = sqlite3.connect(tmp_path / "school.db")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("INSERT INTO inbox (bot_id, update_id, kind, lane, received_at) VALUES (42, 1, 'rumour', 1, '')")
    connection.commit()
    connection.close()
    with pytest.raises(Refused, match="the database is damaged"):
        await back_up(keyed, tmp_path / "unsound.db.age")
    assert not (tmp_path / "unsound.db.age").exists()
