"""What the garbage collector does under the load of a script, in plain Python and with Java objects.

`lua/gc_performance.lua` asks the same questions under the same names. Answers are those of
run(1000) and equal in both languages. An operation makes many objects, so that collections per
1,000 operations are numbers to talk about. `docs/gc_performance.md` has every case in a table.
"""
from bindbench import bound, case, main

MADE = 100  # objects of an operation
RECORDS = 200_000  # objects that live at once, about 40 MB in either language


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def record(i):
    return [i % 100] * 32


@case("gc", unit="turns", tags=["control"])
def no_allocation():
    """What does the collector do when a script makes nothing?

    An operation is 100 turns of a loop over numbers so small that every engine has them once.
    """

    def run(n):
        total = 0
        for _ in range(n):
            for i in range(1, 101):
                total = (total + i) % 28
        return total

    return run


@case("gc", unit="batches")
def short_lived_objects():
    """How does the collector keep up with objects that die young?

    An operation makes 100 objects with two attributes; the last 1024 of them live.
    """
    ring = [None] * 1024

    def run(n):
        made = 0
        for _ in range(n):
            for i in range(MADE):
                ring[made & 1023] = Point(i, 2)
                made += 1
        return made + ring[(made - 1) & 1023].x

    return run


@case("gc", unit="batches", tags=["validation"])
def live_set_with_churn():
    """How long are the pauses when many objects live and the oldest of them are replaced all the time?

    An operation replaces 100 of 200,000 lists of 32 numbers, so that each outlives young collections
    and dies old.
    """
    live = [record(i) for i in range(RECORDS)]
    place = 0

    def run(n):
        nonlocal place
        total = 0
        for _ in range(n):
            for i in range(MADE):
                live[place] = record(i)
                total += live[place][31]
                place = (place + 1) % RECORDS
        return total

    return run


@case("gc", unit="batches")
def growing_then_dropped():
    """What do structures cost that grow for a while and are then dropped as a whole?

    An operation adds 100 lists of 32 numbers to a list that is dropped once it has 200,000.
    """
    grown = []

    def run(n):
        nonlocal grown
        total = 0
        for _ in range(n):
            if len(grown) >= RECORDS:
                grown = []
            for i in range(MADE):
                grown.append(record(i))
            total += grown[-1][31]
        return total

    return run


@case("gc", unit="batches", tags=["bound"], library="qtforge")
def bound_objects():
    """How does the collector keep up with Java objects that a script has made and lets go of?

    An operation has 100 plugins made; the last 1024 of them live.
    """
    manager = bound("qtforge").core.create_plugin_manager()
    ring = [None] * 1024

    def run(n):
        made = 0
        for _ in range(n):
            for i in range(MADE):
                ring[made & 1023] = manager.create("sensor", i)
                made += 1
        return made + ring[(made - 1) & 1023].build()

    return run


@case("gc", unit="buffers", tags=["large"])
def large_objects():
    """What do objects cost that are too large for a collector's usual way to allocate?

    An operation makes a buffer of a million bytes, in Lua a string; the last 8 live. For G1 they are
    humongous.
    """
    ring = [None] * 8

    def run(n):
        total = 0
        for i in range(n):
            ring[i & 7] = bytearray(1_000_000)
            total += len(ring[i & 7])
        return total

    return run


main()
