"""Objects, calls, memory and weak references, each in plain Python and through bound Java objects.

`lua/memory_management.lua` asks the same questions under the same names. Answers are those of
run(1000) and equal in both languages.
"""
import weakref

from bindbench import bound, case, main


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class SlottedPoint:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Counter:
    def __init__(self, step):
        self.step = step

    def next(self, total, i):
        return self.step + i - total


def difference(total, i):
    return i - total


@case("rate", unit="iterations", tags=["quick", "control"])
def empty_loop():
    """What does the loop around every other rate cost by itself?"""

    def run(n):
        total = 0
        for i in range(n):
            total = i - total
        return total

    return run


@case("rate", unit="objects", tags=["quick"], allocates=40)
def object_creation():
    """How many objects with two attributes can a script make in a second, when it keeps the last 1024?"""
    ring = [None] * 1024

    def run(n):
        for i in range(n):
            ring[i & 1023] = Point(i, 2)
        return ring[(n - 1) & 1023].x

    return run


@case("rate", unit="calls", tags=["quick"])
def method_call():
    """How many methods of its own objects can a script call in a second?"""
    counter = Counter(1)

    def run(n):
        total = 0
        for i in range(n):
            total = counter.next(total, i)
        return total

    return run


@case("rate", unit="calls", tags=["quick"])
def function_call():
    """How many of its own functions can a script call in a second?"""

    def run(n):
        total = 0
        for i in range(n):
            total = difference(total, i)
        return total

    return run


@case("rate", unit="objects", tags=["quick", "bound"], library="qtforge", allocates=16)
def bound_object_creation():
    """How many Java objects can a script have made in a second, when it keeps the last 1024?"""
    manager = bound("qtforge").core.create_plugin_manager()
    ring = [None] * 1024

    def run(n):
        for i in range(n):
            ring[i & 1023] = manager.create("sensor", i)
        return ring[(n - 1) & 1023].build()

    return run


@case("rate", unit="calls", tags=["quick", "bound"], library="qtforge")
def bound_method_call():
    """How many methods of a Java object can a script call in a second?"""
    plugin = bound("qtforge").core.create_plugin_manager().create("sensor", 1)

    def run(n):
        x = 0
        for _ in range(n):
            x = plugin.advance(x)
        return x

    return run


@case("retained", unit="objects", tags=["quick"])
def memory_per_object():
    """How many bytes does an object with two fields keep, and are they given back?

    The fields are numbers so small that every engine has them once: no bytes of their own.
    """
    return keeping(lambda i: Point(i % 100, 2))


@case("retained", unit="objects", variants=["class", "slots", "tuple", "closure"])
def memory_by_shape(variant):
    """How many bytes do two values keep as an object, with __slots__, as a tuple, in a closure?"""
    return keeping(
        {
            "class": lambda i: Point(i % 100, 2),
            "slots": lambda i: SlottedPoint(i % 100, 2),
            "tuple": lambda i: (i % 100, 2),
            "closure": lambda i: closure_over(i % 100, 2),
        }[variant]
    )


def closure_over(x, y):
    return lambda: x + y


@case("retained", unit="objects", tags=["quick", "bound"], library="qtforge")
def memory_per_bound_object():
    """How many bytes does a Java object keep while a script holds it, and are they given back?"""
    manager = bound("qtforge").core.create_plugin_manager()
    return keeping(lambda i: manager.create("sensor", i))


def keeping(make):
    """Hooks that keep n made objects in a list, and the same list without them."""

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = make(i)
        return kept

    return {"run": run, "empty": lambda n: [None] * n}


@case("weakref", unit="objects", tags=["quick"])
def weak_references():
    """Are weak references cleared, and their callbacks called, once nothing else holds the objects?"""
    return watching(lambda i: Point(i, 2))


@case("weakref", unit="objects", tags=["quick", "bound"], library="qtforge")
def weak_references_bound():
    """Are weak references to Java objects cleared once the script holds none of them?"""
    manager = bound("qtforge").core.create_plugin_manager()
    return watching(lambda i: manager.create("sensor", i))


def watching(make):
    """Hooks that watch n made objects; each run has watchers and a list of calls of its own."""
    watchers, calls = [], []

    def run(n):  # a function that returns: a loop variable left behind would hold the last object
        nonlocal watchers, calls
        calls = []
        owners = [make(i) for i in range(n)]
        watchers = [weakref.ref(owner, calls.append) for owner in owners]
        return owners

    def alive():
        return sum(watcher() is not None for watcher in watchers)

    return {"run": run, "alive": alive, "called": lambda: len(calls)}


main()
