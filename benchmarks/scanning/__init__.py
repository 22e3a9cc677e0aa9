"""What `python -m benchmarks.scan` is made of: a scan watched from outside, its results held against the truth, and the plan."""
