-- Objects, calls, memory and weak references, each in plain Lua and through bound Java objects.
--
-- python/memory_management.py asks the same questions under the same names. Answers are those of
-- run(1000) and equal in both languages.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

-- A local, as Lua's own style guide has it for hot code: the creation cases ask for objects, not for
-- the look-up of a global, which costs LuaJC as much as the object itself.
local setmetatable = setmetatable

local Point = {}
Point.__index = Point

local function point(x, y) return setmetatable({ x = x, y = y }, Point) end

local Counter = {}
Counter.__index = Counter

function Counter:next(total, i) return self.step + i - total end

local function difference(total, i) return i - total end

bench.case("empty_loop", "rate", {
  unit = "iterations",
  tags = { "quick", "control" },
  question = "What does the loop around every other rate cost by itself?",
}, function()
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = i - total end
    return total
  end
end)

bench.case("object_creation", "rate", {
  unit = "objects",
  tags = { "quick" },
  allocates = 40,
  question = "How many objects with two attributes can a script make in a second, when it keeps the last 1024?",
}, function()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = point(i, 2) end
    return ring[(n - 1) % 1024 + 1].x
  end
end)

bench.case("method_call", "rate", {
  unit = "calls",
  tags = { "quick" },
  question = "How many methods of its own objects can a script call in a second?",
}, function()
  local counter = setmetatable({ step = 1 }, Counter)
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = counter:next(total, i) end
    return total
  end
end)

bench.case("function_call", "rate", {
  unit = "calls",
  tags = { "quick" },
  question = "How many of its own functions can a script call in a second?",
}, function()
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = difference(total, i) end
    return total
  end
end)

bench.case("bound_object_creation", "rate", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  allocates = 16,
  question = "How many Java objects can a script have made in a second, when it keeps the last 1024?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = manager:create("sensor", i) end
    return ring[(n - 1) % 1024 + 1]:build()
  end
end)

bench.case("bound_method_call", "rate", {
  unit = "calls",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "How many methods of a Java object can a script call in a second?",
}, function()
  local plugin = bench.bound("qtforge").core.create_plugin_manager():create("sensor", 1)
  return function(n)
    local x = 0
    for _ = 1, n do x = plugin:advance(x) end
    return x
  end
end)

-- An array filled by index, with make(i) or with true.
local function filled(n, make)
  local kept = {}
  for i = 1, n do kept[i] = make and make(i) or true end
  return kept
end

local function empty(n) return filled(n) end

bench.case("memory_per_object", "retained", {
  unit = "objects",
  tags = { "quick" },
  question = "How many bytes does an object with two fields keep, and are they given back?",
}, function()
  local function make(i) return point(i % 100, 2) end
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

local shapes = {
  class = function(i) return point(i % 100, 2) end,
  closure = function(i)
    local x, y = i % 100, 2
    return function() return x + y end
  end,
  fields4 = function(i) return setmetatable({ a = i % 100, b = 2, c = 3, d = 4 }, Point) end,
  fields16 = function(i)
    return setmetatable({
      a = i % 100, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8,
      i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16,
    }, Point)
  end,
}

bench.case("memory_by_shape", "retained", {
  unit = "objects",
  variants = { "class", "closure", "fields4", "fields16" },
  question = "How many bytes do two values keep as an object or in a closure, and 4 or 16 as an object?",
}, function(chosen)
  local make = shapes[chosen.variant]
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

bench.case("memory_per_bound_object", "retained", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "How many bytes does a Java object keep while a script holds it, and are they given back?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local function make(i) return manager:create("sensor", i) end
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

-- Hooks that watch n made objects; each run has a table of watchers of its own, which is filled in a
-- function of its own (a register left behind would hold the last object) and never grows afterwards.
local function watching(make)
  local watchers

  local function watch(owners)
    watchers = setmetatable({}, { __mode = "v" })
    for i = 1, #owners do watchers[i] = owners[i] end
  end

  return {
    run = function(n)
      local owners = filled(n, make)
      watch(owners)
      return owners
    end,
    alive = function()
      local count = 0
      for _ in pairs(watchers) do count = count + 1 end
      return count
    end,
  }
end

bench.case("weak_references", "weakref", {
  unit = "objects",
  tags = { "quick" },
  question = "Are weak references cleared once nothing else holds the objects?",
}, function()
  return watching(function(i) return point(i, 2) end)
end)

bench.case("weak_references_bound", "weakref", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "Are weak references to Java objects cleared once the script holds none of them?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return watching(function(i) return manager:create("sensor", i) end)
end)

bench.main(arg)
