"""Contrast pairs for an entailment model: real sentences, edited by rules whose effect on the meaning is known."""
