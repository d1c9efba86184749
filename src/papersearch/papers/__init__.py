"""The room papers."""
