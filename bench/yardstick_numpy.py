"""The three-state chain in numpy: the opponent. Prints the line that bench/yardstick.cpp prints."""

import json
import sys
import time

import numpy as np

CHAIN = np.array([[0.90, 0.08, 0.02], [0.30, 0.60, 0.10], [0.05, 0.15, 0.80]])
YEARS = 4


def run(persons: int, draws: int) -> np.ndarray:
    """Counts by year and state [years, states]."""
    first = CHAIN[:, 0]
    second = CHAIN[:, 0] + CHAIN[:, 1]
    counts = np.zeros((YEARS, 3), dtype=np.int64)
    uniform = np.empty(persons)
    for draw in range(draws):
        generator = np.random.Generator(np.random.PCG64([1, draw]))
        state = np.zeros(persons, dtype=np.int8)
        for year in range(YEARS):
            generator.random(out=uniform)
            state = (uniform >= first[state]).astype(np.int8) + (uniform >= second[state])
            counts[year] += np.bincount(state, minlength=3)
    return counts


def main() -> None:
    persons = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    draws = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    start = time.perf_counter()
    counts = run(persons, draws)
    seconds = time.perf_counter() - start
    print(json.dumps({"isa": "numpy " + np.__version__, "persons": persons, "years": YEARS,
                      "draws": draws, "threads": 1, "seconds": seconds,
                      "counts": counts.tolist()}))


if __name__ == "__main__":
    main()
