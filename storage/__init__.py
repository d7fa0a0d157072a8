"""The only place with SQL: tables and queries per noun, on SQLite and PostgreSQL."""
