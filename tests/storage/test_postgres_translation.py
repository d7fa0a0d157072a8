"""One SQL for both: `:name` becomes psycopg's, everything that only looks like it stays."""

import pytest

from storage.database import Database
from storage.postgres import translate

TRANSLATED = {
    "a parameter": ("WHERE id = :id", "WHERE id = %(id)s"),
    "a parameter twice": ("SET a = :x WHERE b <> :x", "SET a = %(x)s WHERE b <> %(x)s"),
    "parameters side by side": ("VALUES (:a,:b, :c_2)", "VALUES (%(a)s,%(b)s, %(c_2)s)"),
    "a name that begins another": ("(:run, :run_id)", "(%(run)s, %(run_id)s)"),
    "a cast": ("SELECT id::text", "SELECT id::text"),
    "a cast of a parameter": ("SELECT :id::bigint", "SELECT %(id)s::bigint"),
    "a time": ("SELECT '12:30:00'", "SELECT '12:30:00'"),
    "a time beside a parameter": ("'12:30:00' < :now", "'12:30:00' < %(now)s"),
    "a literal that looks like a parameter": ("SELECT ':name'", "SELECT ':name'"),
    "a doubled quote": ("SELECT 'it''s :not', :yes", "SELECT 'it''s :not', %(yes)s"),
    "an empty literal": ("WHERE a <> '' AND b = :b", "WHERE a <> '' AND b = %(b)s"),
    "literals around a parameter": ("':a' || :a || ':a'", "':a' || %(a)s || ':a'"),
    "a remainder": ("i % 20 = :rest", "i %% 20 = %(rest)s"),
    "a percent sign in a literal": ("LIKE '50%:x'", "LIKE '50%%:x'"),
    "JSON in a literal": ("SET task = '{\"a\": 1}'", "SET task = '{\"a\": 1}'"),
    "a literal over two lines": ("'a\n:b' = :b", "'a\n:b' = %(b)s"),
    "nothing at all": ("SELECT 1", "SELECT 1"),
}


@pytest.mark.parametrize(("sql", "translated"), TRANSLATED.values(), ids=TRANSLATED)
def test_only_parameters_are_translated(sql: str, translated: str) -> None:
    assert translate(sql) == translated


ANSWERS = {
    "a time": ("SELECT '12:30:00'", "12:30:00"),
    "quotes, colons and percents": ("SELECT 'it''s 100% :no ::no' || :name", "it's 100% :no ::noАнна"),
    "the same parameter twice": ("SELECT :name || '/' || :name", "Анна/Анна"),
    "a remainder": ("SELECT CAST(17 % 5 AS TEXT) || :name", "2Анна"),
    "a typed cast": ("SELECT CAST(CAST(:name AS TEXT) || '%' AS TEXT)", "Анна%"),
}


@pytest.mark.parametrize(("sql", "answer"), ANSWERS.values(), ids=ANSWERS)
async def test_both_databases_understand_the_same_statement_alike(empty: Database, sql: str, answer: str) -> None:
    async with empty.write() as tx:
        assert await tx.one(str, sql, name="Анна") == answer


async def test_a_statement_without_parameters_keeps_its_percent_sign(empty: Database) -> None:
    async with empty.write() as tx:
        assert await tx.one(str, "SELECT '100%'") == "100%"
