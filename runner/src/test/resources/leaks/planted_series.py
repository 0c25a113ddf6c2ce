"""Series whose right answer is known, each of a known share of the live heap; for scripts/leaks.

An operation makes garbage; what is kept changes once in a cycle. Shapes are those of the simulation.
"""
import gc

import java
from bindbench import case, main

CYCLES = 60


def live_bytes():
    """All that is live in the JVM; tracemalloc tells what this script has added to it."""
    jvm = java.type("java.lang.Runtime").getRuntime()
    gc.collect()
    gc.collect()
    return jvm.totalMemory() - jvm.freeMemory()


def series(kept_share):
    """A case that keeps `kept_share(cycle)` of the live heap."""
    live = live_bytes()
    blocks, cycle = [], 0

    def run(n):
        nonlocal blocks, cycle
        for i in range(n):
            [str(i) + str(j) for j in range(100)]
        wanted = int(kept_share(cycle) * live)
        have = sum(map(len, blocks))
        if wanted > have:
            blocks.append(bytearray(wanted - have))
        while wanted < have:
            have -= len(blocks[-1])
            blocks = blocks[:-1]  # GraalPy's pop() leaves the block in the list's storage
        cycle += 1

    return run


@case("leak", unit="operations", tags=["control"])
def does_nothing():
    """How far does the heap move by itself?"""
    return lambda n: n


@case("leak", unit="operations", params={"share": [0.001, 0.005]})
def leak(share):
    """Is a share of the live heap found that is kept in every cycle?"""
    return series(lambda cycle: share * cycle)


@case("leak", unit="operations")
def flat():
    """Is work that keeps nothing called a leak?"""
    return series(lambda cycle: 0)


@case("leak", unit="operations")
def steps():
    """Are two steps of 1 % for good called a leak?"""
    return series(lambda cycle: 0.01 * min(2, cycle * 3 // CYCLES))


@case("leak", unit="operations")
def sawtooth():
    """Is what rises by 0.5 % a cycle and falls back every six called a leak?"""
    return series(lambda cycle: 0.005 * (cycle % 6))


@case("leak", unit="operations")
def saturating_cache():
    """Is a cache called a leak that fills to 5 %, half of what is missing every eight cycles?"""
    return series(lambda cycle: 0.05 * (1 - 0.5 ** (cycle / 8)))


main()
