"""Which containers a script can reach, under the shortest names that lead to them."""
import collections
import functools
import itertools
import os
import sys
import types

MOST = 200_000
LONGEST_NAME = 120

PLAIN = (int, float, complex, str, bytes, bool, type(None), type(Ellipsis), range)
CONTAINERS = {
    dict: "dict", list: "list", set: "set", collections.deque: "deque", bytearray: "bytearray",
}


def walk(hooks, breadth):
    """[(name, place, kind, size) of each container], [(name, place, object) of each foreign object]"""
    seen, found, foreign = set(), [], []
    queue = collections.deque((name, "hook of the case", hook) for name, hook in dict(hooks).items())
    for name, module in list(sys.modules.items()):
        if _is_of_a_script(getattr(module, "__dict__", {})):
            queue.extend(_globals(vars(module), name))
    while queue and len(seen) < MOST:
        name, place, value = queue.popleft()
        if isinstance(value, PLAIN) or len(name) > LONGEST_NAME or id(value) in seen:
            continue
        seen.add(id(value))
        if type(value).__module__ == "polyglot" or type(value).__name__ == "ForeignObject":
            foreign.append((name, place, value))
            continue
        for base, kind in CONTAINERS.items():
            if isinstance(value, base):
                found.append((name, place, kind, base.__len__(value)))
        queue.extend(itertools.islice(_inside(name, place, value), breadth))
    return found, foreign


def _is_of_a_script(variables):
    """Whether a module's variables are those of a script: from a file, not Python's own, not ours."""
    file = variables.get("__file__")
    if not isinstance(file, str) or file.startswith((sys.base_prefix, sys.prefix)):
        return False
    return os.path.basename(file) != "bindbench.py"


def _globals(variables, module):
    place = f"global of the module {module}"
    return [(name, place, value) for name, value in list(variables.items()) if not name.startswith("__")]


def _inside(name, place, value):
    """What the value holds, without running any code of a script."""
    if isinstance(value, dict):
        for key, held in list(itertools.islice(dict.items(value), 10_000)):
            yield f"{name}[{_key(key)}]", place, held
    elif isinstance(value, (list, tuple, collections.deque)):
        for i, held in enumerate(list(itertools.islice(value, 10_000))):
            yield f"{name}[{i}]", place, held
    elif isinstance(value, (set, frozenset)):
        for held in list(itertools.islice(value, 10_000)):
            yield f"{name}'s element", place, held
    if isinstance(value, types.FunctionType):
        yield from _of_function(name, value)
    elif isinstance(value, types.MethodType):
        yield name, place, value.__func__
        yield f"{name}.__self__", place, value.__self__
    elif isinstance(value, functools.partial):
        yield f"{name}.func", place, value.func
        yield f"{name}.args", place, value.args
        yield f"{name}.keywords", place, value.keywords
    elif isinstance(value, types.GeneratorType):
        frame = value.gi_frame
        for variable, held in list((frame.f_locals if frame else {}).items()):
            yield variable, f"variable of the generator {value.__qualname__}", held
    elif isinstance(value, (types.ModuleType, types.BuiltinFunctionType)):
        return
    elif isinstance(value, type):
        if value.__module__ != "builtins":
            for attribute, held in list(type.__getattribute__(value, "__dict__").items()):
                if not attribute.startswith("__"):
                    yield f"{name}.{attribute}", place, held
    else:
        yield from _attributes(name, place, value)


def _of_function(name, function):
    code = function.__code__
    where = f"{os.path.basename(code.co_filename)}:{code.co_firstlineno}"
    for variable, cell in zip(code.co_freevars, function.__closure__ or ()):
        try:
            held = cell.cell_contents
        except ValueError:  # a variable that has no value yet
            continue
        yield variable, f"variable held by the function {function.__qualname__}, {where}", held
    for i, held in enumerate(function.__defaults__ or ()):
        yield f"default {i + 1}", f"default of the function {function.__qualname__}, {where}", held
    for attribute, held in list(vars(function).items()):
        yield f"{name}.{attribute}", f"attribute of the function {function.__qualname__}, {where}", held
    variables = function.__globals__
    if _is_of_a_script(variables):
        yield from _globals(variables, variables.get("__name__", "?"))


def _attributes(name, place, value):
    try:
        attributes = object.__getattribute__(value, "__dict__")
    except AttributeError:
        attributes = {}
    for attribute, held in list(attributes.items()):
        yield f"{name}.{attribute}", place, held
    for base in type(value).__mro__:
        slots = base.__dict__.get("__slots__", ())
        for slot in (slots,) if isinstance(slots, str) else slots:
            mangled = f"_{base.__name__.lstrip('_')}{slot}" if slot.startswith("__") else slot
            try:
                yield f"{name}.{slot}", place, object.__getattribute__(value, mangled)
            except AttributeError:
                continue


def _key(key):
    if isinstance(key, str):
        return repr(key) if len(key) <= 40 else repr(key[:40]) + "…"
    return repr(key) if isinstance(key, (int, float, bool, bytes, type(None))) else type(key).__name__
