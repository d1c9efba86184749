"""The room embedding."""
