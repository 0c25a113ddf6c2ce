"""What this Python can and cannot do, as a probe of each facility saw it.

A probe returns its verdict and what it saw: `SUPPORTED: …`, `BROKEN: …` (it is there and gives the
wrong result) or `UNSUPPORTED: …` (it is missing, or asked for and ignored). Cases without a probe are
judged by the host, from outside. `lua/capabilities.lua` asks for the facilities of Lua.
"""
import gc
import sys
import threading
import time
import weakref
from importlib.machinery import PathFinder
from importlib.util import module_from_spec

from bindbench import case, main

OBJECTS = 1000
SECONDS = 2
MODULES = ("https://github.com/oracle/graalpython/blob/master/graalpython/com.oracle.graal.python/"
           "src/com/oracle/graal/python/builtins/modules/")
GC = MODULES + "GcModuleBuiltins.java"
SYS = MODULES + "SysModuleBuiltins.java"
WEAKREF = "https://docs.python.org/3/library/weakref.html"


class Thing:
    """An object that takes weak references and attributes."""


def found(holds, saw, otherwise="BROKEN"):
    return f"{'SUPPORTED' if holds else otherwise}: {saw}"


def raised(error):
    return f"it raised {type(error).__name__}: {error}"[:200]


def collect_until(done):
    """Collects until `done()`, for SECONDS at most. Garbage must come from a function that returned."""
    until = time.monotonic() + SECONDS
    gc.collect()
    while not done() and time.monotonic() < until:
        gc.collect()
    return done()


def dropped(made):
    """Makes OBJECTS things, shows each to `made`, and drops them."""
    for thing in [Thing() for _ in range(OBJECTS)]:
        made(thing)


def let_go(weak, otherwise="BROKEN"):
    """The verdict on a weak dictionary whose entries nobody else holds."""
    empty = collect_until(lambda: not list(weak.items()))
    return found(empty, f"{len(list(weak.items()))} of {OBJECTS} entries were left after collections", otherwise)


@case("capability", variants=["__del__", "weakref.finalize"], reference=GC)
def finalizers(variant):
    """Are finalizers called once their object is garbage?"""
    called = []

    class Finalized(Thing):
        def __del__(self):
            called.append(1)

    def make():
        for _ in range(OBJECTS):
            if variant == "__del__":
                Finalized()
            else:
                weakref.finalize(Thing(), called.append, 1)

    def probe():
        make()
        all_called = collect_until(lambda: len(called) == OBJECTS)
        saw = f"{len(called)} of {OBJECTS} were called within {SECONDS} s of collections"
        return found(all_called, saw, "BROKEN" if called else "UNSUPPORTED")
    return probe


@case("capability", reference=WEAKREF)
def weak_reference_callbacks():
    """Are the callbacks of weak references called within 2 s of collections?"""
    def probe():
        called, watchers = [], []
        dropped(lambda thing: watchers.append(weakref.ref(thing, called.append)))
        gc.collect()
        at_once = len(called)
        all_called = collect_until(lambda: len(called) == OBJECTS)
        return found(all_called, f"{len(called)} of {OBJECTS} were called, "
                                 f"{at_once} of them before gc.collect() returned")
    return probe


@case("capability", variants=["values", "keys"], reference=WEAKREF)
def weak_containers(variant):
    """Do weak dictionaries let go of what nobody else holds?"""
    def probe():
        weak = weakref.WeakValueDictionary() if variant == "values" else weakref.WeakKeyDictionary()
        dropped(lambda thing: weak.setdefault(*((id(thing), thing) if variant == "values" else (thing, 1))))
        return let_go(weak)
    return probe


@case("capability", reference=WEAKREF)
def ephemerons():
    """Does an entry with a weak key go away where its value refers to that key?"""
    def probe():
        weak = weakref.WeakKeyDictionary()
        dropped(lambda thing: weak.setdefault(thing, [thing]))
        return let_go(weak, "UNSUPPORTED")
    return probe


@case("capability", reference=WEAKREF)
def weak_container_growth():
    """Can a weak dictionary grow after entries were cleared?"""
    def probe():
        weak, kept = weakref.WeakValueDictionary(), [Thing() for _ in range(4 * OBJECTS)]
        dropped(lambda thing: weak.setdefault(id(thing), thing))
        gc.collect()
        for i, thing in enumerate(kept):
            weak["kept", i] = thing
        there = sum(weak.get(("kept", i)) is thing for i, thing in enumerate(kept))
        return found(there == len(kept), f"{there} of {len(kept)} entries put in afterwards are there")
    return probe


@case("capability", reference=WEAKREF)
def weak_container_length():
    """Does len() of a WeakValueDictionary fall when entries were cleared?"""
    def probe():
        weak = weakref.WeakValueDictionary()
        dropped(lambda thing: weak.setdefault(id(thing), thing))
        fell = collect_until(lambda: len(weak) == 0)
        return found(fell, f"len() is {len(weak)} where {len(list(weak.values()))} of {OBJECTS} values are left")
    return probe


@case("capability", variants=["own", "imported"], reference=MODULES + "TracemallocModuleBuiltins.java")
def tracemalloc(variant):
    """Does tracemalloc see memory that is kept: the interpreter's own, and the one that scripts import?"""
    def probe():
        answered = "tracemalloc was not found"
        try:
            module = own_tracemalloc() if variant == "own" else __import__("tracemalloc")
            answered = "the interpreter answered" if hasattr(module, "__file__") else "the host answered"
            module.start()
            before = module.get_traced_memory()[0]
            kept = [bytearray(1 << 20) for _ in range(64)]  # much, for a JIT's own objects are counted too
            each = (module.get_traced_memory()[0] - before) / len(kept) / (1 << 20)
            module.stop()
        except Exception as error:
            return found(False, f"{answered}: {raised(error)}", "UNSUPPORTED")
        return found(0.9 < each < 1.2, f"{answered}: {each:.2f} bytes for each byte that is kept")
    return probe


def own_tracemalloc():  # that of the standard library, whatever stands in its place
    spec = PathFinder.find_spec("tracemalloc")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GC_FUNCTIONS = ["collect", "disable", "get_objects", "get_referents", "get_referrers"]


def probe_gc(function):
    if function in ("collect", "disable"):
        return probe_cycles(function)
    inner = Thing()
    outer = [inner]
    listed, wanted, what = {
        "get_objects": lambda: (gc.get_objects(), outer, "a new list"),
        "get_referents": lambda: (gc.get_referents(outer), inner, "the element of a list"),
        "get_referrers": lambda: (gc.get_referrers(inner), outer, "the list around an object"),
    }[function]()
    there = any(each is wanted for each in listed)
    return there, f"{what} is {'' if there else 'not '}among them"


def probe_cycles(function):
    gc.disable()
    watchers = []
    for _ in range(OBJECTS):
        thing = Thing()
        thing.other = thing
        watchers.append(weakref.ref(thing))
    for _ in range(900):
        bytearray(1 << 20)
    enabled, gone = gc.isenabled(), sum(each() is None for each in watchers)
    if function == "disable":
        return gone == 0, f"isenabled() is {enabled}, and {'some' if gone else 'none'} of the cycles are gone"
    del thing
    counted = gc.collect()
    gone = sum(each() is None for each in watchers)
    return counted >= OBJECTS, f"it returned {counted} for {OBJECTS} cycles, of which {gone} are gone"


@case("capability", params={"function": GC_FUNCTIONS}, reference=GC)
def gc_module(function):
    """Do the functions of the module gc do what the documentation says?"""
    def probe():
        if not hasattr(gc, function):
            return found(False, f"the module has no {function}", "UNSUPPORTED")
        try:
            return found(*probe_gc(function))
        except Exception as error:
            return found(False, raised(error))
        finally:
            gc.enable()
    return probe


@case("capability", params={"function": ["getsizeof", "getrefcount"]}, reference=SYS)
def sys_module(function):
    """Do sys.getsizeof and sys.getrefcount rise with what they count?"""
    def probe():
        if function == "getsizeof":
            small, large, what = sys.getsizeof([]), sys.getsizeof([None] * OBJECTS), "elements of a list"
            return found(large - small >= 4 * OBJECTS, f"{small} for 0 and {large} for {OBJECTS} {what}")
        thing = Thing()
        before, _kept, after = sys.getrefcount(thing), [thing] * 10, sys.getrefcount(thing)
        return found(after == before + 10, f"{before} before and {after} after 10 more references")
    return probe


@case("capability")
def number_formatting():
    """Do numbers keep their digits as text?"""
    def probe():
        wanted = {"0.3333333333333333": str(1 / 3), "0.33": f"{1 / 3:.2f}", "  3.1": "%5.1f" % 3.14159,
                  "9007199254740993": f"{2**53 + 1:d}"}
        wrong = [f"{got} for {right}" for right, got in wanted.items() if got != right]
        return found(not wrong, ", ".join(wrong or wanted))
    return probe


@case("capability")
def error_locations():
    """Does an error say the file and the line it was raised at?"""
    def probe():
        try:
            raise ValueError("on purpose")
        except ValueError as error:
            place, code = error.__traceback__, probe.__code__
        right = place.tb_frame.f_code.co_filename == __file__ and place.tb_lineno == code.co_firstlineno + 2
        return found(right, f"line {place.tb_lineno} of the file for line {code.co_firstlineno + 2}")
    return probe


@case("capability")
def threads():
    """Do threads of the script start, run and join?"""
    def probe():
        ran = []
        started = [threading.Thread(target=ran.append, args=(i,)) for i in range(8)]
        for thread in started:
            thread.start()
        for thread in started:
            thread.join(SECONDS)
        alive = sum(thread.is_alive() for thread in started)
        return found(sorted(ran) == list(range(8)), f"{len(ran)} of {len(started)} ran, {alive} are alive")
    return probe


@case("capability")
def exit_of_the_script():
    """Does sys.exit end the script alone, so that the JVM and the interpreter live on?"""
    return {"exit": lambda: sys.exit(7)}


@case("capability")
def interruption():
    """Does an endless loop end when the host interrupts it?"""
    def endless():
        turns, until = 0, time.monotonic() + 4 * SECONDS
        while time.monotonic() < until:  # not for ever, so that it ends where nothing stops it
            turns += 1
        return turns
    return {"endless": endless}


@case("capability")
def large_chunks():
    """Does a source of 6,000 functions load?"""
    def probe():
        made = []
        try:
            exec(compile("made.append(lambda: 1)\n" * 6000, "large", "exec"), {"made": made})
        except Exception as error:
            return found(False, raised(error))
        return found(len(made) == 6000, f"{len(made)} functions were made")
    return probe


main()
