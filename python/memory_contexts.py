"""What is left of interpreters that are opened, used and closed, one after another.

`lua/memory_contexts.lua` asks the same questions under the same names. Each cycle opens a fresh
interpreter with this file loaded, calls `run(1000)` and closes it again; the host reads what has
grown. `sharing` is for GraalPy: `shared` is one engine for all contexts, `own` an engine for each.
`docs/memory_contexts.md` has what was found.
"""
import threading

from bindbench import bound, case, main

SHARING = {"sharing": ["shared", "own"]}


@case("churn", unit="cycles", tags=["validation", "control"])
def no_context():
    """What grows in cycles that open nothing?"""
    return total


@case("churn", unit="contexts", tags=["validation"], params=SHARING)
def bare_context(sharing):
    """What is left of an interpreter that was opened, added up some numbers and was closed?"""
    return total


@case("churn", unit="contexts", params=SHARING)
def library_context(sharing):
    """What is left of an interpreter that used libraries of its language?

    Text, numbers and containers: what nearly every script imports.
    """
    import collections
    import json
    import re

    def run(n):
        words = re.findall(r"\w+", "one two three two three three " * (n // 6))
        counted = collections.Counter(words)
        return sum(json.loads(json.dumps(counted)).values())

    return run


@case("churn", unit="contexts", tags=["bound"], library="qtforge", params=SHARING)
def bound_context(sharing):
    """What is left of an interpreter that used objects of a Java library, and was called by one?"""
    manager = bound("qtforge").core.create_plugin_manager()
    bus = bound("qtforge").communication.create_message_bus()
    received = []
    bus.subscribe("reading", received.append)

    def run(n):
        for i in range(n):
            manager.load(manager.create("sensor", i))
            bus.publish("reading", "on")
            manager.unload("sensor")
        count = len(received)
        received.clear()
        return count

    return run


@case("churn", unit="contexts", tags=["thread"], params=SHARING)
def thread_context(sharing):
    """What is left of an interpreter whose second thread of execution had ended?

    In Python that is a thread, in Lua a coroutine.
    """

    def run(n):
        results = []
        worker = threading.Thread(target=lambda: results.append(total(n)))
        worker.start()
        worker.join()
        return results[0]

    return run


@case("churn", unit="contexts", tags=["thread"], params=SHARING)
def waiting_thread_context(sharing):
    """What is left of an interpreter that was closed while its second thread of execution was waiting?"""

    def run(n):
        results, told = [], threading.Event()

        def work():
            results.append(total(n))
            told.set()
            threading.Event().wait()

        threading.Thread(target=work, daemon=True).start()
        told.wait()
        return results[0]

    return run


def total(n):
    """The sum of the numbers below n."""
    result = 0
    for i in range(n):
        result += i
    return result


main()
