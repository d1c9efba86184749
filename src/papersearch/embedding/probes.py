"""Sentences on which a faster form of a model must agree with the original."""

from __future__ import annotations

import numpy as np

from papersearch.embedding.form import Vectors

PROBES = (
    "The Board approved the annual plan.",
    "Length of stay has fallen by half a day per patient.",
    "Getting patients home sooner.",
    "The car park contract is commercially sensitive.",
    "Staff retention improved for the third quarter running.",
    "The Trust has a cautious appetite.",
    "Infection rates rose in two wards over the winter.",
    "Cabinet is asked to agree the budget.",
    "Libraries will open on Sundays from next April.",
    "A fire broke out in the plant room.",
    "The risk register was reviewed by the Audit Committee.",
    "Nurse vacancies stand at nine per cent.",
    "This report is exempt under the Freedom of Information Act.",
    "Minutes were agreed as a true record.",
    "The new hospital building will cost forty million pounds.",
    "Waiting times for scans have doubled.",
    "Volunteers read to children in the summer holidays.",
    "A cyber attack closed the booking system.",
    "Apologies were received from two governors.",
    "Potholes on rural roads are to be repaired.",
    "Complaints are answered within twenty-five days.",
    "Research income passed its target.",
    "The auditors gave significant assurance.",
    "Mental health teams see people within four weeks.",
)
NEAREST = 10


def cosine(vectors: Vectors, expected: Vectors) -> float:
    """Return the mean cosine of rows of length one to those expected."""
    return float((vectors * expected).sum(axis=1).mean())


def agreement(vectors: Vectors, expected: Vectors) -> float:
    """Return the share of each probe's ten nearest probes that *vectors* find again, 0 to 1."""
    pairs = zip(_nearest(vectors), _nearest(expected), strict=True)
    return float(np.mean([len(found & true) / NEAREST for found, true in pairs]))


def _nearest(vectors: Vectors) -> list[set[int]]:
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -2)
    return [set(np.argsort(-row)[:NEAREST].tolist()) for row in likeness]
