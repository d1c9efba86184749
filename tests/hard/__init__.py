"""The hard cases of the field: documents made in the test, read whole, judged as an expert would.

Each module makes its documents by name (``shelf.document``); all are read in one go, and a test
asserts the record. Bodies, people and words are made up.
"""
