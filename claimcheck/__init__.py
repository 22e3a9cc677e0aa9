"""Cross-source claim consistency checker for news fact desks."""

__version__ = "0.1.0"
