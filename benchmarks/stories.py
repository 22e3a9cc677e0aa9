"""Measure the main job on fixtures/stories: what is found, what is a false alarm.

    python -m benchmarks.stories [-v]

For each story: how many of the findings that must be there are, how many of the look-alikes fire, how many
statements that two sources share are linked, how many of them are called omissions, and how many findings there are in all.
"""

from __future__ import annotations

import argparse
from collections import Counter

from benchmarks.expected import Story, alarms, is_found, is_linked, omissions, run, stories


def measure(story: Story, *, verbose: bool) -> Counter[str]:
    """Counts of one story; with `verbose` every miss and false alarm is printed."""
    report = run(story)
    counts: Counter[str] = Counter()
    for row in story.find:
        found = is_found(row, report)
        wish = "must" if row.must else "nice"
        counts.update({wish: 1, f"{wish} found": int(found)})
        if verbose and row.must and not found:
            print(f"    missed: {row.what} {row.codes}")
    for rows, name in ((story.spare, "spare"), (story.same, "same")):
        for row in rows:
            fired = alarms(row, story, report)
            counts.update({name: 1, f"{name} fired": bool(fired), "linked": name == "same" and is_linked(row, report)})
            if verbose and fired:
                print(f"    false alarm on {name}: {row.what}: {fired[0].code} {fired[0].message}")
            if verbose and name == "same" and not is_linked(row, report):
                print(f"    not linked: {row.what}")
    right, reported, there = omissions(story, report)
    counts.update({"omissions right": right, "omissions reported": reported, "omissions there": there})
    counts.update(Counter(d.code for d in report.divergences))
    return counts


def line(name: str, c: Counter[str]) -> str:
    """One row of the table."""
    codes = " ".join(f"{code}:{n}" for code, n in sorted(c.items()) if code.startswith("CC"))
    return (
        f"{name:20} found {c['must found']}/{c['must']} (+{c['nice found']}/{c['nice']})"
        f"  false alarms {c['spare fired']}/{c['spare']}"
        f"  omissions right {c['omissions right']}/{c['omissions reported']} of {c['omissions there']}"
        f"  linked {c['linked']}/{c['same']}, of these called omitted or contradictory {c['same fired']}  {codes}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="print every miss and every false alarm")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for story in stories():
        counts = measure(story, verbose=options.verbose)
        total += counts
        print(line(story.folder.name, counts))
    print(line("all", total))


if __name__ == "__main__":
    main()
