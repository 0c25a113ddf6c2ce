"""Declares cases for Bindbench, and measures them with nothing but this interpreter.

A suite is a file of set-up functions, each decorated with `case`. A set-up returns `run`, or a dict
of named hooks with `run` among them; `run(n)` performs `n` operations in a loop of its own. The Java
host calls `load` and `prepare` and measures from outside. A suite ends in `main()`, which prints a
row per case when the file is run directly, and does nothing otherwise.
"""
import importlib
import linecache
import os
import sys
import types


GROWS = ("1", "log n", "n", "n log n", "n^2")


class BindingsNotAvailable(ImportError):
    """A Java library that this interpreter cannot reach."""


class DeclarationError(Exception):
    """A case that is declared wrongly; the message starts with `file:line`."""


class Case:
    """What a suite declares. `params` is `[[name, [value, ...]], ...]`, every value as text."""

    def __init__(self, setup, place, protocol, unit, tags, values, library, allocates, question,
                 guests, grows, reference):
        self.setup, self.values = setup, values
        self.file, self.line = place
        self.name, self.protocol, self.unit, self.tags = setup.__name__, protocol, unit, list(tags)
        self.params = [[param, [str(value) for value in swept]] for param, swept in values.items()]
        self.library, self.allocates, self.question = library, allocates, question
        self.reference = reference
        self.guests, self.grows = guests, grows

    def error(self, message):
        return DeclarationError(f"{self.file}:{self.line}: case {self.name}: {message}")

    def hooks(self, chosen):
        """Runs the set-up with the values whose texts `chosen` maps names to; returns its hooks."""
        arguments = {}
        for param, texts in self.params:
            text = chosen.get(param)
            if text not in texts:
                raise self.error(f"{param} is {text}, but must be one of {', '.join(texts)}")
            arguments[param] = self.values[param][texts.index(text)]
        made = self.setup(**arguments)
        main_hook = "probe" if self.protocol == "capability" else "run"
        hooks = made if isinstance(made, dict) else {main_hook: made}
        needed = {"run": None} if main_hook == "run" else {}
        for hook, function in {**needed, **hooks}.items():
            if not callable(function):
                raise self.error(f"{hook} must be a function, but is {function!r}")
        return hooks


def case(protocol, *, unit="", tags=(), variants=(), params=None, library="", allocates=0,
         guests=1, grows="n", reference="", **unknown):
    """Declares the decorated set-up function as a case of its file.

    The function's name is the case's; the first paragraph of its docstring, or of the comment above
    it, is the question it answers. `params` maps names to lists of values to sweep, `variants` is
    one more called `variant`; the set-up gets the chosen values as keyword arguments. `library` is
    what it is `bound` to, `allocates` the fewest bytes an operation must allocate to have happened.
    `guests` is how many interpreters run it at once, `grows` how fast its cost may grow with n,
    `reference` the address of what is known of a facility that is not supported.
    """
    frame = sys._getframe(1)
    file, top = frame.f_code.co_filename, frame.f_lineno
    declared = frame.f_globals.setdefault("__cases__", {})

    def declare(setup):
        values = {"variant": list(variants)} if variants else {}
        values.update((param, list(swept)) for param, swept in (params or {}).items())
        new = Case(setup, (file, _line_of_def(file, top, setup.__name__)), protocol, unit, tags,
                   values, library, allocates, _question(setup, file, top), guests, grows, reference)
        if unknown:
            raise new.error(f"unknown argument {', '.join(unknown)}")
        if isinstance(tags, str) or isinstance(variants, str):
            raise new.error("tags and variants must be lists of words")
        if not isinstance(guests, int) or guests < 1:
            raise new.error(f"guests must be a whole number from 1, but is {guests!r}")
        if grows not in GROWS:
            raise new.error(f"grows must be one of {', '.join(GROWS)}, but is {grows!r}")
        for param, texts in new.params:
            if not texts or len(set(texts)) < len(texts):
                raise new.error(f"{param} needs values that differ as text, but has {texts}")
        if new.name in declared:
            raise new.error(f"the case at line {declared[new.name].line} has the same name")
        declared[new.name] = new
        return setup

    return declare


def _line_of_def(file, top, name):
    """The line of `def name` at or below the decorator that starts at `top`."""
    for line in range(top, top + 50):
        if linecache.getline(file, line).split("(")[0].split() == ["def", name]:
            return line
    return top


def _question(setup, file, top):
    text, line = setup.__doc__ or "", top - 1
    while not setup.__doc__ and linecache.getline(file, line).startswith("#"):
        text, line = linecache.getline(file, line).lstrip("# ") + text, line - 1
    return " ".join(text.strip().split("\n\n")[0].split())


def bound(name):
    """Returns the Java library `name`, which the host offers as a module."""
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise BindingsNotAvailable(
            f"bindings not available: {name} comes from the JVM and cannot be imported here; "
            "run the file with: java -jar runner.jar python FILE") from missing


_suites = {}


def load(path):
    """Executes a suite under the name of its file and returns its cases in the order of the file."""
    folder, file = os.path.split(os.path.abspath(path))
    stem = os.path.splitext(file)[0]
    if folder not in sys.path:
        sys.path.insert(0, folder)
    linecache.checkcache(path)
    module = types.ModuleType(stem)
    module.__file__ = path
    if hasattr(sys.modules.get(stem, module), "__cases__") or stem not in sys.modules:
        sys.modules[stem] = module  # but never in the place of a module that is no suite
    with open(path, "rb") as source:
        exec(compile(source.read(), path, "exec"), vars(module))
    _suites[stem] = vars(module).get("__cases__", {})
    return list(_suites[stem].values())


def prepare(suite, name, chosen):
    """Runs the set-up of a loaded suite's case; `chosen` holds a `[param, text]` for every param."""
    return _suites[suite][name].hooks({str(param): str(text) for param, text in chosen})


def main(argv=None):
    """Measures the cases of the calling file, if that file is what Python was started with.

    `--case NAME` (a glob, repeatable) selects. `--seconds S` warms a rate up for S/2 and measures it
    for S. `--rows` prints one JSON object a line: `case`, `protocol`, `unit`, `status` (COMPLETED, or
    SCRIPT_FAILED, WRONG_ANSWER, ELIMINATED, SKIPPED, UNSUPPORTED with a `reason`), and where COMPLETED

    rate      `answer` of run(1000); `operations` and `nanos`, an entry for each timed call of run,
              calibrated to 25 ms; `warm_up`, how many calls at the front are warm-up
    retained  `retained_bytes` per object by tracemalloc, less the container where the case has the
              hook `empty`; `cleanup_efficiency`, the % of it freed once dropped
    weakref   `cleared`, the % of objects cleared by one collection; `called`, the % of callbacks
              called, only where the case has that hook
    capability  `capability`, the verdict and what the hook `probe` saw

    The collector stays on throughout. The exit status is 3 where a case failed.
    """
    if sys._getframe(1).f_globals.get("__name__") != "__main__":
        return
    import argparse
    import json
    parser = argparse.ArgumentParser(description="Measures this file's cases in this interpreter.")
    parser.add_argument("--case", action="append", metavar="NAME", help="only this case (a glob)")
    parser.add_argument("--seconds", type=float, default=1.0, help="measured time of a rate")
    parser.add_argument("--rows", action="store_true", help="one JSON object a line")
    options = parser.parse_args(argv)
    declared = getattr(sys.modules["__main__"], "__cases__", {}).values()
    chosen = list(_chosen(declared, options.case or ["*"]))
    if not chosen:
        parser.error(f"no case of this file is called {' or '.join(options.case or ['*'])}")
    width, failed = max(len(title) for title, _, _ in chosen), False
    for title, each, values in chosen:
        row = {"case": title, "protocol": each.protocol, "unit": each.unit,
               **_measured(each, values, options.seconds)}
        failed = failed or row["status"] in ("SCRIPT_FAILED", "WRONG_ANSWER")
        print(json.dumps(row) if options.rows else f"{title:{width}}   {_sentence(row)}", flush=True)
    if failed:
        sys.exit(3)


def _chosen(cases, globs):
    """Yields title, case and chosen values; a case's last parameter varies fastest."""
    import fnmatch
    import itertools
    for each in cases:
        names = [param for param, _ in each.params]
        for values in itertools.product(*(texts for _, texts in each.params)):
            swept = ",".join(sorted(f"{name}={text}" for name, text in zip(names, values)))
            title = f"{each.name}[{swept}]" if swept else each.name
            if any(title == glob or fnmatch.fnmatchcase(each.name, glob) for glob in globs):
                yield title, each, dict(zip(names, values))


def _measured(each, values, seconds):
    measure = {"rate": _rate, "retained": _retained, "weakref": _weakref,
               "capability": _capability}.get(each.protocol)
    try:
        if measure is None:
            return {"status": "UNSUPPORTED", "reason": f"{each.protocol} is measured by runner.jar alone"}
        return {"status": "COMPLETED", **measure(each.hooks(values), seconds)}
    except BindingsNotAvailable as missing:
        return {"status": "SKIPPED", "reason": str(missing)}
    except Exception as error:
        import traceback
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = "" if isinstance(error, DeclarationError) else f"{place.filename}:{place.lineno}: "
        return {"status": "SCRIPT_FAILED", "reason": f"{where}{type(error).__name__}: {error}"}


def _rate(hooks, seconds):
    from time import perf_counter_ns
    run, n, operations, nanos, warm_up, elapsed = hooks["run"], 1000, [], [], 0, 0
    answer = run(1000)
    if not isinstance(answer, int) or abs(answer) >= 2**53:
        return _wrong(f"run(1000) returned {answer!r}, not a whole number below 2**53")
    while True:  # calibration: 12.5 ms is long enough to scale from
        start = perf_counter_ns()
        run(n)
        taken = max(1, perf_counter_ns() - start)
        if taken >= 12_500_000:
            break
        n = int(n * min(4, max(2, 25_000_000 / taken)))
        if n > 2**40:
            return {"status": "ELIMINATED", "reason": "run(n) takes no longer for a larger n"}
    n = max(1, int(n * 25_000_000 / taken))
    while elapsed < seconds * 1.5e9 or len(nanos) <= warm_up:
        start = perf_counter_ns()
        run(n)
        taken = perf_counter_ns() - start
        operations.append(n)
        nanos.append(taken)
        warm_up += elapsed < seconds * 0.5e9
        elapsed += taken
    if run(1000) != answer:
        return _wrong(f"run(1000) returned {answer} before the measurement, and another answer after it")
    return {"answer": answer, "operations": operations, "nanos": nanos, "warm_up": warm_up}


def _wrong(reason):
    return {"status": "WRONG_ANSWER", "reason": reason}


def _retained(hooks, _seconds, n=100_000):
    import tracemalloc
    tracemalloc.start()
    try:
        for _ in range(2):  # the first round also pays for what is made once
            container, _ = _grown_and_freed(tracemalloc, hooks["empty"], n) if "empty" in hooks else (0, 0)
            grown, freed = _grown_and_freed(tracemalloc, hooks["run"], n)
    finally:
        tracemalloc.stop()
    return {"retained_bytes": (grown - container) / n, "cleanup_efficiency": 100 * freed / grown}


def _grown_and_freed(tracemalloc, make, n):
    before = _live_bytes(tracemalloc)
    kept = make(n)
    full = _live_bytes(tracemalloc)
    del kept
    return full - before, full - _live_bytes(tracemalloc)


def _live_bytes(tracemalloc):
    import gc
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _weakref(hooks, _seconds, n=10_000):
    import gc
    if "alive" not in hooks:
        return {"status": "UNSUPPORTED", "reason": "the case has no hook alive"}
    owners = hooks["run"](n)
    if hooks["alive"]() != n:
        return _wrong(f"{hooks['alive']()} of {n} were alive while all were held")
    del owners
    gc.collect()
    row = {"cleared": 100 * (n - hooks["alive"]()) / n}
    return {**row, "called": 100 * hooks["called"]() / n} if "called" in hooks else row


def _capability(hooks, _seconds):
    if "probe" not in hooks:
        return {"status": "UNSUPPORTED", "reason": "the host judges it: java -jar runner.jar capabilities"}
    return {"capability": hooks["probe"]()}


def _sentence(row):
    """The row's figures as people read them; a rate is the median of its measured calls."""
    if row["status"] != "COMPLETED":
        return f"{row['status']}  {row['reason']}"
    if row["protocol"] == "retained":
        return f"{row['retained_bytes']:.1f} bytes/object   {row['cleanup_efficiency']:.1f} % freed"
    if row["protocol"] == "weakref":
        return "   ".join(f"{row[key]:.1f} % {key}" for key in ("cleared", "called") if key in row)
    if row["protocol"] == "capability":
        return row["capability"]
    from statistics import median
    rates = [1e9 * done / taken for done, taken in zip(row["operations"], row["nanos"])]
    rate = median(rates[row["warm_up"]:])
    scale, prefix = (1e6, "M ") if rate >= 1e6 else (1e3, "k ") if rate >= 1e3 else (1, "")
    return f"{rate / scale:.2f} {prefix}{row['unit']}/s"
