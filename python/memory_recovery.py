"""What comes back after stress, by how it was let go, and what of that the system gets back.

`lua/memory_recovery.lua` asks the same questions under the same names. `docs/memory_recovery.md` has every
case in a table. Objects are large enough that letting go of them is worth a collection.
"""
import gc

from bindbench import bound, case, main

WAYS = ["at_once", "gradually", "forced_collection", "context_closed"]


class Reading:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.data = bytearray(256)


def churn(n):
    """Works on: makes objects that are gone at once."""
    last = None
    for i in range(n):
        last = Reading(i, 2)
    return last.x


def hooks(make):
    return {
        "run": lambda n: [make(i) for i in range(n)],
        "churn": churn,
        "collect": lambda _count: gc.collect(),
    }


@case("recovery", unit="objects", tags=["validation"], params={"release": WAYS})
def objects_released(release):
    """How much of the memory of a script's objects is free again, and how soon, by how they are let go?"""
    return hooks(lambda i: Reading(i % 100, 2))


@case("recovery", unit="objects", tags=["bound"], library="qtforge", params={"release": WAYS})
def bound_objects_released(release):
    """How much of the memory of Java objects is free again, and how soon, by how a script lets them go?"""
    manager = bound("qtforge").core.create_plugin_manager()

    def make(i):
        plugin = manager.create("sensor", i)
        plugin.attach(Reading(i % 100, 2))
        return plugin

    return hooks(make)


@case("given_back", unit="objects", tags=["validation"])
def heap_given_back():
    """How much of the heap that objects took does the system get back once they are gone, and how soon?"""
    return {"run": lambda n: [bytearray(1024) for _ in range(n)]}


main()
