"""Qualifiers by the ConText method."""
