"""Training of the entailment model: prepare, train, export, evaluate, card. Each stage is `python -m training.<stage>`.

Nothing here is imported by claimcheck, and nothing of the data that it reads is kept in the repository.
"""
