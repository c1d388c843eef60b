"""Foreign formats: a file a format, each behind the same small protocol."""
