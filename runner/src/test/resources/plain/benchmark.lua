-- Plugin memory benchmark: how fast are objects, how much memory do they need, is it given back?

local found, qtforge = pcall(require, "qtforge")
if not found then qtforge = rawget(_G, "qtforge") end

local OBJECTS = 100000

local Plugin = {}
Plugin.__index = Plugin

function Plugin.new(name, value)
  return setmetatable({ name = name, value = value }, Plugin)
end

function Plugin:advance(x)
  return (x * 3 + self.value) % 1000003
end

local function printf(format, ...)
  print(string.format(format, ...))
end

local function per_second(elapsed)
  return OBJECTS / math.max(elapsed, 0.000001)
end

local function create_plugins()
  local plugins = {}
  for i = 1, OBJECTS do
    plugins[i] = Plugin.new("sensor", i)
  end
  return plugins
end

local function used_bytes()
  collectgarbage("collect")
  collectgarbage("collect")
  return collectgarbage("count") * 1024
end

local function benchmark_creation()
  print("📊 Object creation")
  local start = os.clock()
  local plugins = create_plugins()
  local elapsed = os.clock() - start
  printf("  Created %d objects in %.3f s", #plugins, elapsed)
  printf("  Rate: %.0f objects/second", per_second(elapsed))
end

local function benchmark_calls()
  print("📊 Method calls")
  local plugin, x = Plugin.new("sensor", 1), 0
  local start = os.clock()
  for _ = 1, OBJECTS do
    x = plugin:advance(x)
  end
  printf("  Rate: %.0f calls/second", per_second(os.clock() - start))
end

local function measure_memory()
  local before = used_bytes()
  local plugins = create_plugins()
  local full = used_bytes()
  return before, full, #plugins
end

local function benchmark_memory()
  print("📊 Memory")
  local before, full, count = measure_memory()
  local after = used_bytes()
  local per_object = (full - before) / count
  local efficiency = full > before and 100 * (full - after) / (full - before) or 0
  printf("  Memory per object: %.0f bytes", per_object)
  printf("  Cleanup efficiency: %.1f%%", efficiency)
  if efficiency >= 95 then
    print("  ✅ Memory is given back")
  elseif efficiency >= 80 then
    print("  ⚠️ Some memory is kept")
  else
    print("  ❌ Memory leaks")
  end
  if per_object <= 500 then
    print("  ✅ Objects are small")
  else
    print("  ⚠️ Objects are large")
  end
end

local function benchmark_bindings()
  print("📊 Bindings")
  if not qtforge then
    print("  ⚠️ qtforge: bindings not available")
    return
  end
  local manager = qtforge.core.create_plugin_manager()
  local plugin = manager:create("sensor", 1)
  manager:load(plugin)
  for _, name in ipairs(manager:get_loaded_plugins()) do
    print("  Loaded plugin: " .. name .. ", state " .. manager:metadata(name).state)
  end
  local start = os.clock()
  for i = 1, OBJECTS do
    plugin = manager:create("sensor", i)
  end
  printf("  Rate: %.0f bound objects/second", per_second(os.clock() - start))
  print("  ✅ Bindings work")
end

print("Plugin memory benchmark, " .. _VERSION)
benchmark_creation()
benchmark_calls()
benchmark_memory()
benchmark_bindings()
print("✅ Finished")
