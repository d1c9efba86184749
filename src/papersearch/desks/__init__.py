"""The room desks."""
