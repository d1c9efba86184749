"""The room archive."""
