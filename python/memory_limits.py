"""How little memory is enough: the smallest heap for a known amount of objects, and the most
contexts in a heap.

`runner.jar` searches for both by bisection, in a fresh JVM for each size: `java -jar runner.jar
limits`. `run(work())` must return `answer()`. `lua/memory_limits.lua` asks the same of Lua.
"""
from bindbench import case, main

OBJECTS = 400_000
FEW = 1000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def kept_and_summed(n):
    """Holds n objects at once, then reads each; the answer is the sum of 0 to n - 1."""
    kept = [Point(i, 2) for i in range(n)]
    total = 0
    for point in kept:
        total += point.x
    return total


@case("heap_limit", unit="objects", tags=["limit"])
def smallest_heap():
    """In how small a heap can 400,000 objects be held at once?"""
    return {"run": kept_and_summed, "work": lambda: OBJECTS, "answer": lambda: OBJECTS * (OBJECTS - 1) // 2}


@case("context_limit", unit="contexts", tags=["limit"])
def most_contexts():
    """How many contexts, each with this suite loaded, can be open at once in one heap?"""
    return {"run": kept_and_summed, "work": lambda: FEW, "answer": lambda: FEW * (FEW - 1) // 2}


main()
