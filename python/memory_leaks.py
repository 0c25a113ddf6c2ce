"""Work done over and over: does any of it stay in memory?

`lua/memory_leaks.lua` asks the same questions under the same names. A cycle is run(1000); after each,
everything is let go and the heap is collected. The first case does nothing and the second leaks on
purpose: what the others say is held against the two. Cases tagged `leaks` leak by design.

Sections: control and planted leak, subscriptions, references across the boundary, what scripts keep,
coroutines and threads, components. `docs/memory_leaks.md` has every case in a table.
"""
import threading

from bindbench import bound, case, main


# === Control and planted leak ===


@case("leak", unit="operations", tags=["validation", "control"])
def does_nothing():
    """How far does the heap move when the script does nothing but count?"""

    def run(n):
        total = 0
        for i in range(n):
            total = i - total
        return total

    return run


@case("leak", unit="blocks", tags=["validation", "planted"], allocates=1024)
def planted_leak():
    """Is a leak of 1 KiB an operation found, which the script keeps in a list for good?"""
    kept = []

    def run(n):
        for _ in range(n):
            kept.append(bytearray(1024))

    return run


# === Subscriptions ===


@case("leak", unit="subscriptions", tags=["validation", "bound", "leaks"], library="qtforge")
def subscriptions_never_removed():
    """How much is kept when functions subscribe to a message bus that lives on, and never unsubscribe?"""
    bus = bound("qtforge").communication.create_message_bus()

    def run(n):
        for i in range(n):
            bus.subscribe(f"topic {i}", lambda message: (i, message))

    return run


@case("leak", unit="subscriptions", tags=["validation", "bound", "weak"], library="qtforge")
def weak_subscriptions():
    """Do functions that subscribe weakly go once nothing else holds them?"""
    bus = bound("qtforge").communication.create_message_bus()

    def run(n):
        for i in range(n):
            bus.subscribe_weak(f"topic {i}", lambda message: (i, message))

    return run


@case("leak", unit="subscriptions", tags=["bound"], library="qtforge")
def cancelled_subscriptions():
    """Do functions that subscribe and unsubscribe leave nothing behind?"""
    bus = bound("qtforge").communication.create_message_bus()

    def run(n):
        for i in range(n):
            bus.subscribe(f"topic {i}", lambda message: (i, message)).cancel()

    return run


# === References across the boundary ===


class Node:
    other = None

    def receive(self, message):
        return self.other, message


@case("leak", unit="cycles", tags=["bound", "cycle"], library="qtforge", variants=["attachment", "listener"])
def cycles_across_the_boundary(variant):
    """Are a script's object and a Java object that hold each other freed, once nothing holds the two?

    `attachment` is a plugin that keeps the script's object, `listener` a message bus that calls it.
    """
    qtforge = bound("qtforge")
    manager = qtforge.core.create_plugin_manager()

    def attachment(i):
        node = Node()
        node.other = manager.create("sensor", i)
        node.other.attach(node)

    def listener(_i):
        node = Node()
        node.other = qtforge.communication.create_message_bus()
        node.other.subscribe("reading", node.receive)

    make = {"attachment": attachment, "listener": listener}[variant]

    def run(n):
        for i in range(n):
            make(i)

    return run


# === What scripts keep ===


@case("leak", unit="closures", tags=["closure"])
def closures():
    """Are functions that hold a list, themselves and the one before them freed together?"""

    def linked(before, i):
        values = [i] * 8

        def function():
            return values, before, function

        return function

    def run(n):
        last = None
        for i in range(n):
            last = linked(last, i)
        return last

    return run


@case("leak", unit="entries", tags=["validation", "cache"])
def bounded_cache():
    """Is a cache of 4,000 entries, filled within four cycles, told from a leak?"""
    cache, added = {}, 0

    def run(n):
        nonlocal added
        for _ in range(n):
            cache[added % 4000] = bytearray(200)
            added += 1

    return run


@case("leak", unit="entries", tags=["cache", "leaks"])
def unbounded_cache():
    """How much is kept by a cache from which nothing is ever removed?"""
    cache, added = {}, 0

    def run(n):
        nonlocal added
        for _ in range(n):
            cache[added] = bytearray(200)
            added += 1

    return run


# === Coroutines and threads ===

HELD = 64 * 1024
"""Bytes that a thread or an abandoned coroutine has: one of a cycle that is kept is more than the floor of 64 a call."""


@case("leak", unit="coroutines", tags=["coroutine"], variants=["ended", "abandoned"])
def coroutines(variant):
    """Is anything left of coroutines that ran to their end, or of those that were left in the middle?

    `abandoned` leaves every hundredth in the middle, with 64 KiB each.
    """

    def once(value, size):
        data = bytearray(size)
        yield value, data

    def run(n):
        for i in range(n):
            ends = variant == "ended" or i % 100
            coroutine = once(i, 0 if ends else HELD)
            next(coroutine)
            if ends:
                next(coroutine, None)

    return run


@case("leak", unit="operations", tags=["thread"])
def threads():
    """Is anything left of threads that were started and have ended, one for fifty operations?"""

    def work(done, i):
        data = bytearray(HELD)
        done.append(i + len(data))

    def run(n):
        for i in range(n // 50):
            done = []
            thread = threading.Thread(target=work, args=(done, i))
            thread.start()
            thread.join()

    return run


# === Components ===


@case("leak", unit="plugins", tags=["bound", "component"], library="qtforge", params={"component": ["script", "binding"]})
def components(component):
    """Does the same loop, things made, entered by name and removed, leak in the script, or through the binding?"""
    manager = bound("qtforge").core.create_plugin_manager()
    entered = {}

    def in_script(n):
        for i in range(n):
            entered[f"plugin {i}"] = Node()
        for i in range(n):
            del entered[f"plugin {i}"]

    def through_binding(n):
        for i in range(n):
            manager.load(manager.create(f"plugin {i}", i))
        for i in range(n):
            manager.unload(f"plugin {i}")

    return {"script": in_script, "binding": through_binding}[component]


main()
