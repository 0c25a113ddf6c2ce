"""Plugin memory benchmark: how fast are objects, how much memory do they need, is it given back?"""
import gc
import sys
import time
import tracemalloc

try:
    import qtforge
except ImportError:
    qtforge = None

OBJECTS = 100_000


class Plugin:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def advance(self, x):
        return (x * 3 + self.value) % 1_000_003


def benchmark_creation():
    print("📊 Object creation")
    start = time.perf_counter()
    plugins = [Plugin("sensor", i) for i in range(OBJECTS)]
    elapsed = time.perf_counter() - start
    print(f"  Created {len(plugins)} objects in {elapsed:.3f} s")
    print(f"  Rate: {OBJECTS / elapsed:.0f} objects/second")


def benchmark_calls():
    print("📊 Method calls")
    plugin, x = Plugin("sensor", 1), 0
    start = time.perf_counter()
    for _ in range(OBJECTS):
        x = plugin.advance(x)
    elapsed = time.perf_counter() - start
    print(f"  Rate: {OBJECTS / elapsed:.0f} calls/second")


def benchmark_memory():
    print("📊 Memory")
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    plugins = [Plugin("sensor", i) for i in range(OBJECTS)]
    full, peak = tracemalloc.get_traced_memory()
    per_object = (full - before) / len(plugins)
    print(f"  Memory per object: {per_object:.0f} bytes")
    print(f"  Peak: {peak / 1024:.0f} KiB")
    del plugins
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    efficiency = 100 * (full - after) / (full - before) if full > before else 0
    print(f"  Cleanup efficiency: {efficiency:.1f}%")
    if efficiency >= 95:
        print("  ✅ Memory is given back")
    elif efficiency >= 80:
        print("  ⚠️ Some memory is kept")
    else:
        print("  ❌ Memory leaks")
    if per_object <= 500:
        print("  ✅ Objects are small")
    else:
        print("  ⚠️ Objects are large")


def benchmark_bindings():
    print("📊 Bindings")
    if qtforge is None:
        print("  ⚠️ qtforge: bindings not available")
        return
    manager = qtforge.core.create_plugin_manager()
    plugin = manager.create("sensor", 1)
    manager.load(plugin)
    print(f"  Loaded plugins: {list(manager.get_loaded_plugins())}")
    print(f"  Metadata: {dict(manager.metadata('sensor'))}")
    start = time.perf_counter()
    for i in range(OBJECTS):
        plugin = manager.create("sensor", i)
    elapsed = time.perf_counter() - start
    print(f"  Rate: {OBJECTS / elapsed:.0f} bound objects/second")
    print("  ✅ Bindings work")


def main():
    print(f"Plugin memory benchmark, Python {sys.version.split()[0]}")
    benchmark_creation()
    benchmark_calls()
    benchmark_memory()
    benchmark_bindings()
    print("✅ Finished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
