"""The record: every article with its minutes, kept in one SQLite file or a PostgreSQL database."""
