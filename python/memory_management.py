"""Objects, calls, memory and weak references, each in plain Python and through bound Java objects.

`lua/memory_management.lua` asks the same questions under the same names. Answers are those of
run(1000) and equal in both languages.

Sections: rates of the language's own, rates through Java, memory, weak references, lifecycles, growth with
size, threads. `docs/memory_management.md` has every case in a table.
"""
import threading
import weakref

from bindbench import bound, case, main


# === Objects and functions that cases use ===


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


class Node:
    other = None

    def receive(self, message):
        return self.other, message


def difference(total, i):
    return i - total


# === Rates: the language's own objects, calls, closures and coroutines ===


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


@case("rate", unit="objects", tags=["slots"], allocates=40)
def slotted_object_creation():
    """How many objects whose two values have fixed places can a script make in a second?

    In Python these are `__slots__`, in Lua the array part of a table.
    """
    ring = [None] * 1024

    def run(n):
        for i in range(n):
            ring[i & 1023] = SlottedPoint(i, 2)
        return ring[(n - 1) & 1023].x

    return run


@case("rate", unit="closures", tags=["closure"], allocates=16)
def closure_creation():
    """How many closures over two values can a script make in a second, when it keeps the last 1024?"""
    ring = [None] * 1024

    def run(n):
        for i in range(n):
            ring[i & 1023] = closure_over(i, 2)
        return ring[(n - 1) & 1023]()

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


@case("rate", unit="switches", tags=["coroutine"])
def coroutine_switch():
    """How often in a second can a script hand a value to a coroutine and get one back?

    One coroutine serves all of a run's switches, so that making it does not count.
    """

    def partner():
        got = yield
        while got is not None:
            got = yield got + 1

    def run(n):
        total, coroutine = 0, partner()
        next(coroutine)
        for i in range(n):
            total = coroutine.send(i - total)
        coroutine.close()
        return total

    return run


@case("rate", unit="coroutines", tags=["coroutine"], allocates=16)
def coroutine_creation():
    """How many coroutines that yield once can a script make and run to their end in a second?

    The last 1024 are kept, or GraalPy's compiler makes none.
    """
    ring = [None] * 1024

    def once(value):
        yield value

    def run(n):
        total = 0
        for i in range(n):
            made = ring[i & 1023] = once(i)
            total = next(made) - total
            next(made, None)
        return total

    return run


# === Rates: through bound Java objects ===


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


@case("rate", unit="objects", tags=["bound"], library="qtforge", allocates=16)
def bound_object_release():
    """How many Java objects can a script have made, registered and let go of in a second?"""
    manager = bound("qtforge").core.create_plugin_manager()

    def run(n):
        released = 0
        for i in range(n):
            manager.load(manager.create("sensor", i))
            if manager.unload("sensor"):
                released += 1
        return released

    return run


@case("rate", unit="messages", tags=["bound", "callback"], library="qtforge")
def publish_to_subscriber():
    """How many messages can a script publish in a second that Java brings to the script's own function?"""
    bus = bound("qtforge").communication.create_message_bus()
    received = 0

    def receive(_message):
        nonlocal received
        received += 1

    bus.subscribe("reading", receive)

    def run(n):
        nonlocal received
        received = 0
        for _ in range(n):
            bus.publish("reading", "on")
        return received

    return run


@case("rate", unit="calls", tags=["bound", "callback"], library="qtforge")
def host_calls_guest():
    """How many functions of a script can a loop in Java call in a second?

    It computes what `bound_method_call` does, the other way round.
    """
    core = bound("qtforge").core

    def step(x):
        return (x * 3 + 1) % 1_000_003

    return lambda n: core.iterate(step, 0, n)


@case("rate", unit="exceptions", tags=["bound", "exception"], library="qtforge")
def java_exception_caught():
    """How many exceptions of a Java method can a script catch in a second?"""
    manager = bound("qtforge").core.create_plugin_manager()
    from java.util import NoSuchElementException  # Java's exceptions are no Exception of Python's

    def run(n):
        caught = 0
        for _ in range(n):
            try:
                manager.metadata("absent")
            except NoSuchElementException:
                caught += 1
        return caught

    return run


@case("rate", unit="exceptions", tags=["bound", "callback", "exception"], library="qtforge")
def guest_exception_through_java():
    """How many of its own exceptions, raised while Java called it, can a script catch in a second?"""
    bus = bound("qtforge").communication.create_message_bus()

    def refuse(message):
        raise ValueError(message)

    bus.subscribe("reading", refuse)

    def run(n):
        caught = 0
        for _ in range(n):
            try:
                bus.publish("reading", "off")
            except ValueError:
                caught += 1
        return caught

    return run


# === Memory that objects keep and give back ===


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


@case("retained", unit="cycles", tags=["cycle"], variants=["self", "pair"])
def memory_of_cycles(variant):
    """How many bytes do objects in a cycle of references keep, and are they given back?

    `self` is an object that refers to itself, `pair` two that refer to each other.
    """
    return keeping({"self": self_cycle, "pair": pair_cycle}[variant])


@case("retained", unit="cycles", tags=["bound", "cycle"], library="qtforge", variants=["attachment", "listener"])
def memory_of_cycles_bound(variant):
    """How many bytes does a cycle of a script's object and a Java object keep, and is it given back?

    `attachment` is a plugin that keeps the script's object, `listener` a message bus that calls it.
    """
    return keeping(bound_cycle(bound("qtforge"), variant))


def self_cycle(_i):
    node = Node()
    node.other = node
    return node


def pair_cycle(_i):
    node = Node()
    node.other = Node()
    node.other.other = node
    return node


def bound_cycle(qtforge, variant):
    """A function that makes a node whose other end is a Java object that holds the node."""
    manager = qtforge.core.create_plugin_manager()

    def attachment(i):
        node = Node()
        node.other = manager.create("sensor", i)
        node.other.attach(node)
        return node

    def listener(_i):
        node = Node()
        node.other = qtforge.communication.create_message_bus()
        node.other.subscribe("reading", node.receive)
        return node

    return {"attachment": attachment, "listener": listener}[variant]


def keeping(make):
    """Hooks that keep n made objects in a list, and the same list without them."""

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = make(i)
        return kept

    return {"run": run, "empty": lambda n: [None] * n}


# === Weak references and finalizers ===


@case("weakref", unit="objects", tags=["quick"])
def weak_references():
    """Are weak references cleared, and their callbacks called, once nothing else holds the objects?"""
    return watching(lambda i: Point(i, 2))


@case("weakref", unit="objects", tags=["quick", "bound"], library="qtforge")
def weak_references_bound():
    """Are weak references to Java objects cleared once the script holds none of them?"""
    manager = bound("qtforge").core.create_plugin_manager()
    return watching(lambda i: manager.create("sensor", i))


@case("weakref", unit="cycles", tags=["weak", "cycle"], variants=["self", "pair"])
def circular_references(variant):
    """Are objects that refer to each other found dead once nothing else holds them?

    `self` is an object that refers to itself, `pair` two that refer to each other.
    """
    return watching({"self": self_cycle, "pair": pair_cycle}[variant])


@case("weakref", unit="cycles", tags=["bound", "weak", "cycle"], library="qtforge", variants=["attachment", "listener"])
def circular_references_bound(variant):
    """Is a cycle of a script's object and a Java object found dead once nothing else holds it?

    `attachment` is a plugin that keeps the script's object, `listener` a message bus that calls it.
    """
    return watching(bound_cycle(bound("qtforge"), variant))


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


@case("weakref", unit="entries", tags=["weak"], variants=["values", "keys"])
def weak_containers(variant):
    """Do containers with weak values, or with weak keys, let go of what nothing else holds?

    Entries are counted by iterating, because GraalPy's `len` keeps counting those that are gone.
    """
    container = None

    def run(n):
        nonlocal container
        owners = [Point(i, 2) for i in range(n)]
        if variant == "values":
            container = weakref.WeakValueDictionary(enumerate(owners))
        else:
            container = weakref.WeakKeyDictionary(zip(owners, range(n)))
        return owners

    return {"run": run, "alive": lambda: sum(1 for _ in container.keys())}


@case("weakref", unit="objects", tags=["weak", "callback"])
def finalizers():
    """Do finalizers run once nothing holds their objects any more?"""
    watchers, calls = [], []

    def run(n):
        nonlocal watchers, calls
        calls = []
        owners = [Point(i, 2) for i in range(n)]
        watchers = [weakref.finalize(owner, calls.append, None) for owner in owners]
        return owners

    def alive():
        return sum(watcher.peek() is not None for watcher in watchers)

    return {"run": run, "alive": alive, "called": lambda: len(calls)}


# === Lifecycles: objects that come and go ===


@case("lifecycle", unit="objects", tags=["lifecycle"])
def object_lifecycle():
    """Does the live heap grow when objects are made and dropped over and over, and how soon is it free?"""

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = Point(i % 100, 2)
        return kept

    return run


@case("lifecycle", unit="plugins", tags=["lifecycle", "bound"], library="qtforge")
def bound_object_lifecycle():
    """Does the live heap grow when plugins are created, loaded and unloaded over and over?"""
    manager = bound("qtforge").core.create_plugin_manager()
    names = []

    def run(n):
        for i in range(n):
            plugin = manager.create(f"plugin {i}", i)
            manager.load(plugin)
            names.append(plugin.name())
        return names

    def release():
        for name in names:
            manager.unload(name)
        names.clear()

    return {"run": run, "release": release}


@case("lifecycle", unit="subscriptions", tags=["lifecycle", "bound"], library="qtforge")
def subscription_lifecycle():
    """Does the live heap grow when functions are subscribed to a message bus and unsubscribed over and over?"""
    bus = bound("qtforge").communication.create_message_bus()
    subscriptions = []

    def run(n):
        for i in range(n):
            subscriptions.append(bus.subscribe(f"topic {i // 10}", lambda message: i))
        return subscriptions

    def release():
        for subscription in subscriptions:
            subscription.cancel()
        subscriptions.clear()

    return {"run": run, "release": release}


# === Growth of time and memory with size ===


@case("scaling", unit="objects", tags=["scaling"], grows="n")
def large_numbers_of_objects():
    """Do time and memory follow the number of objects, up to a million?"""

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = Point(i % 100, 2)
        return kept

    return run


@case("scaling", unit="objects", tags=["scaling", "bound"], library="qtforge", grows="n")
def large_numbers_of_bound_objects():
    """Do time and memory follow the number of Java objects that a script holds, up to a million?"""
    manager = bound("qtforge").core.create_plugin_manager()

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = manager.create("sensor", i)
        return kept

    return run


# === Threads that share Java objects, or one context ===


@case("concurrent", unit="messages", tags=["concurrent", "bound"], library="qtforge", guests=10)
def threads_on_one_bus():
    """Do ten interpreters on threads of their own lose or double messages of the one bus they share?"""
    bus = bound("qtforge").communication.shared_message_bus("threads")
    received, wrong, sent = [], [], []
    joined = bus.subscribe("joined", received.append)
    guests = bus.subscriber_count("joined")  # so far: guests are prepared one after the other
    topic = f"guest {guests}"

    def run(n):
        for i in range(n):
            subscription = bus.subscribe(topic, received.append)
            passing = bus.subscribe("passing", received.append)
            if bus.publish(topic, str(i)) != 1 or received[-1] != str(i):
                wrong.append(i)
            passing.cancel()
            subscription.cancel()
        sent.append(n)

    def check():
        """Whose subscriptions should be there still, and nobody else's."""
        return abs(bus.publish("joined", "end") - 10) + bus.subscriber_count("passing") + len(bus.topics()) - 1

    def check_own():
        return len(wrong) + abs(len(received) - sum(sent) - 1) + (not joined.active())

    return {"run": run, "check": check, "check_own": check_own}


@case("concurrent", unit="plugins", tags=["concurrent", "bound"], library="qtforge", guests=10)
def threads_on_one_manager():
    """Do ten interpreters on threads of their own lose or double plugins of the one manager they share?"""
    manager = bound("qtforge").core.shared_plugin_manager("threads")
    manager.load(manager.create(f"guest {len(manager.get_loaded_plugins()) + 1}", 0))
    own = len(manager.get_loaded_plugins())  # so far: guests are prepared one after the other
    wrong, orders, left = [], [], []

    def run(n):
        for i in range(n):
            name = f"{own} {len(left)} {i}"
            manager.load(manager.create(name, i))
            facts = manager.metadata(name)
            orders.append(facts.get("order"))
            if facts.get("build") != i or i % 10 != 0 and not manager.unload(name):
                wrong.append(name)
        left.append(len(range(0, n, 10)))

    def check():
        """Every guest did the same: its own plugin and what it left are there, and nothing else."""
        return abs(len(manager.get_loaded_plugins()) - 10 * (1 + sum(left)))

    def check_own():
        """Loads are counted from 1, so a guest sees a number once, and each one above the last."""
        return len(wrong) + sum(later <= earlier for earlier, later in zip(orders, orders[1:]))

    return {"run": run, "check": check, "check_own": check_own}


@case("concurrent", unit="appends", tags=["concurrent"])
def threads_in_one_context():
    """Do ten threads of one interpreter lose appends to a list, or counts that a lock guards?"""
    appended, counts, lock, due = [], {"guarded": 0}, threading.Lock(), []

    def work(thread, n):
        for i in range(n):
            appended.append((thread, i))
            with lock:
                counts["guarded"] += 1

    def run(n):
        threads = [threading.Thread(target=work, args=(thread, n // 10)) for thread in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        due.append(n // 10 * 10)

    def check():
        distinct = len(set(appended)) * len(due)
        return abs(len(appended) - sum(due)) + abs(distinct - sum(due)) + abs(counts["guarded"] - sum(due))

    return {"run": run, "check": check}


main()
