"""The only room that knows SQL and sqlite_utils."""
