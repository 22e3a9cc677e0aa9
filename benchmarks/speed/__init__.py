"""What a whole run costs, beside what one would run instead. `python -m benchmarks.speed` measures and prints."""
