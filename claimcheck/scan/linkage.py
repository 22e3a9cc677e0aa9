"""Average linkage: groups in which any two parts are alike on average, so that a chain of neighbours is no group."""

from __future__ import annotations

import numpy as np

from claimcheck.scan.likeness import Floats


def average_linkage(chances: Floats, *, least: float) -> tuple[tuple[int, ...], ...]:
    """Join the two groups whose members are likeliest on average, again and again, while that average is at least `least`.

    `chances` is symmetric, `(n, n)`; its diagonal counts for nothing. Returns the groups by their first member. Of equal
    averages the pair that comes first is joined. Costs n² for each join: it is made for neighbourhoods, not for archives.
    """
    if len(chances) > 1 and float((chances + np.eye(len(chances))).min()) >= least:
        return (tuple(range(len(chances))),)  # where all pairs reach it every average does
    groups = {at: [at] for at in range(len(chances))}
    sums = chances.astype(np.float64)
    sizes = np.ones(len(chances))
    np.fill_diagonal(sums, -np.inf)
    for _ in range(len(chances) - 1):
        averages = np.round(sums / np.outer(sizes, sizes), 6)
        one, two = divmod(int(averages.argmax()), len(chances))  # the first of equals, so that one is before two
        if averages[one, two] < least:
            break
        groups[one] += groups.pop(two)
        sums[one] += sums[two]
        sums[:, one] += sums[:, two]
        sums[two], sums[:, two] = -np.inf, -np.inf
        sums[one, one] = -np.inf
        sizes[one] += sizes[two]
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))
