"""What the host adds to Python before any script runs: bound libraries and true memory figures."""
import os
import sys
import time
import types


def install_library(name, namespaces):
    """Makes a Java library importable: `import qtforge`, `from qtforge.core import …`."""
    package = types.ModuleType(name)
    package.__path__ = []
    sys.modules[name] = package
    for key in namespaces.keySet():
        module = types.ModuleType(f"{name}.{key}")
        module.__getattr__ = _member_of(namespaces.get(key))
        sys.modules[module.__name__] = module
        setattr(package, key, module)


def _member_of(host):
    return lambda attribute: getattr(host, attribute)


def install_tracemalloc(memory):
    """Replaces GraalPy's empty `tracemalloc` by one that the JVM answers.

    `current` is the live heap after a collection, less what was live at `start()`; `peak` is the
    heap's highest use since then, garbage included.
    """
    module = types.ModuleType("tracemalloc", install_tracemalloc.__doc__)
    started_at = []

    def start(nframe=1):
        if not started_at:
            started_at.append(memory.liveBytes())
            memory.resetPeak()

    def get_traced_memory():
        if not started_at:
            return (0, 0)
        current = max(0, memory.liveBytes() - started_at[0])
        return (current, max(current, memory.peakBytes() - started_at[0]))

    def take_snapshot():
        raise NotImplementedError("tracemalloc.take_snapshot needs CPython: the JVM knows no allocation sites")

    module.start = start
    module.stop = started_at.clear
    module.is_tracing = lambda: bool(started_at)
    module.get_traced_memory = get_traced_memory
    module.reset_peak = memory.resetPeak
    module.clear_traces = lambda: None
    module.get_tracemalloc_memory = lambda: 0
    module.take_snapshot = take_snapshot
    sys.modules["tracemalloc"] = module


def location(error):
    """`file:line[:column]` of an error: the innermost place outside Python's own library, or ""."""
    if isinstance(error, SyntaxError) and error.filename:
        column = f":{error.offset}" if error.offset else ""
        return f"{error.filename}:{error.lineno}{column}"
    place, step = "", error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if os.path.isabs(file) and not file.startswith(sys.base_prefix):
            place = f"{file}:{step.tb_lineno}"
        step = step.tb_next
    return place


def add_to_path(folder):
    if folder not in sys.path:
        sys.path.insert(0, folder)


def become(script):
    """Sets up `__main__` for a script that is run directly."""
    sys.argv = [script]
    sys.modules["__main__"].__file__ = script


idle = time.sleep
