"""What a guest does when memory gets scarce: under pressure, under many tasks, with holes, beyond the limit.

`lua/memory_stress.lua` asks the same questions under the same names. `docs/memory_stress.md` has every case
in a table. The host decides how much is made; it measures the heap, the process and the time.
"""
from bindbench import bound, case, main

KIB = 1024


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


# === The live set is raised step by step ===


@case("pressure", unit="objects", tags=["validation"])
def rising_live_set():
    """How fast does a script make short-lived objects while more and more of the heap is live?"""
    ring = [None] * 64

    def run(n):
        for i in range(n):
            ring[i & 63] = Point(i, 2)
        return ring[(n - 1) & 63].x

    def hold(n):
        return [(bytearray(16 * KIB), [Point(i % 100, 2) for i in range(32)]) for _ in range(n)]

    return {"run": run, "hold": hold}


@case("pressure", unit="objects", tags=["bound"], library="qtforge")
def rising_live_set_bound():
    """How fast does a script make short-lived Java objects while more and more of the heap is live?"""
    manager = bound("qtforge").core.create_plugin_manager()
    ring = [None] * 64

    def run(n):
        for i in range(n):
            ring[i & 63] = manager.create("sensor", i)
        return ring[(n - 1) & 63].build()

    def hold(n):
        return [(bytearray(16 * KIB), [manager.create("sensor", i % 100) for i in range(32)]) for _ in range(n)]

    return {"run": run, "hold": hold}


# === Many tasks for a few guests ===


@case("pool", unit="tasks", tags=["validation"], guests=4)
def tasks_for_a_pool():
    """How much do four guests on threads of their own do in a second, when 10 to 100 tasks are waiting?"""

    def run(n):
        kept = {}
        for i in range(n):
            kept[i % 1000] = Point(i, 2)
        return sum(point.x for point in kept.values()) % 1000003

    return run


# === Holes in the heap ===

SIZES = {
    "small": [2 ** power * KIB for power in range(9)],  # 1 KiB to 256 KiB
    "large": [eighth * 256 * KIB for eighth in range(1, 9)],  # 256 KiB to 2 MiB
}


@case("fragmentation", unit="blocks", tags=["validation"], variants=["small", "large"])
def every_third_freed(variant):
    """How much of the heap is lost when every third block of many sizes is let go?

    In each turn through the sizes they start one later, so that every third is not always of the same size.
    """
    sizes, blocks = SIZES[variant], []

    def run(n):
        for i in range(n):
            blocks.append(bytearray(sizes[(i + i // len(sizes)) % len(sizes)]))
        return len(blocks)

    def thin():
        dropped = held()
        blocks[:] = [block for i, block in enumerate(blocks) if i % 3 != 2]
        return dropped - held()

    def held():
        return sum(len(block) for block in blocks)

    def held_from(size):
        return sum(len(block) for block in blocks if len(block) >= size)

    def refill(size):
        added = 0
        while added < size:
            blocks.append(bytearray(sizes[-1]))
            added += sizes[-1]
        return added

    return {"run": run, "thin": thin, "held": held, "held_from": held_from, "refill": refill,
            "release": blocks.clear}


# === Beyond the limit ===


def answer(n):
    total = 0
    for point in [Point(i, 2) for i in range(n)]:
        total = total * 31 % 1000003 + point.x
    return total


def exhausting(make):
    """Hooks that allocate what `make` makes until memory is out, and catch it if they can."""
    seen = []

    def exhaust():
        kept = []
        try:
            while True:
                kept.append(make())
        except BaseException as error:
            kept.clear()
            seen[:] = [f"{type(error).__name__}: {error}".removesuffix(": ")]
            return 1

    return {"run": answer, "exhaust": exhaust, "caught": lambda: seen[0]}


@case("limit", unit="blocks", tags=["validation"])
def memory_runs_out():
    """What happens to a script that takes blocks of 64 KiB until memory is out, and is it usable afterwards?"""
    return exhausting(lambda: bytearray(64 * KIB))


@case("limit", unit="objects")
def memory_runs_out_in_small_objects():
    """What happens to a script that takes small objects until memory is out, and is it usable afterwards?"""
    return exhausting(lambda: [Point(i, 2) for i in range(100)])


@case("limit", unit="objects", tags=["bound"], library="qtforge")
def memory_runs_out_in_bound_objects():
    """What happens to a script that takes Java objects until memory is out, and is it usable afterwards?"""
    manager = bound("qtforge").core.create_plugin_manager()
    return exhausting(lambda: [manager.create("sensor", i) for i in range(100)])


main()
