"""A small classifier for sentences that no pattern catches: commitment, action, hope or none."""

from papersearch.tagging.learned.model import KINDS, Judgement, judge

__all__ = ["KINDS", "Judgement", "judge"]
