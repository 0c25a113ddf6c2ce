-- What the garbage collector does under the load of a script, in plain Lua and with Java objects.
--
-- python/gc_performance.py asks the same questions under the same names. Answers are those of
-- run(1000) and equal in both languages. An operation makes many objects, so that collections per
-- 1,000 operations are numbers to talk about. docs/gc_performance.md has every case in a table.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local setmetatable = setmetatable

local MADE = 100 -- objects of an operation
local RECORDS = 200000 -- objects that live at once, about 40 MB in either language

local Point = {}
Point.__index = Point

local function point(x, y) return setmetatable({ x = x, y = y }, Point) end

local function record(i)
  local v = i % 100
  return { v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v }
end

bench.case("no_allocation", "gc", {
  unit = "turns",
  tags = { "control" },
  question = "What does the collector do when a script makes nothing?",
}, function()
  return function(n)
    local total = 0
    for _ = 1, n do
      for i = 1, 100 do total = (total + i) % 28 end
    end
    return total
  end
end)

bench.case("short_lived_objects", "gc", {
  unit = "batches",
  question = "How does the collector keep up with objects that die young?",
}, function()
  local ring = {}
  return function(n)
    local made = 0
    for _ = 1, n do
      for i = 0, MADE - 1 do
        ring[made % 1024 + 1] = point(i, 2)
        made = made + 1
      end
    end
    return made + ring[(made - 1) % 1024 + 1].x
  end
end)

bench.case("live_set_with_churn", "gc", {
  unit = "batches",
  tags = { "validation" },
  question = "How long are the pauses when many objects live and the oldest of them are replaced all the time?",
}, function()
  local live, place = {}, 1
  for i = 1, RECORDS do live[i] = record(i) end
  return function(n)
    local total = 0
    for _ = 1, n do
      for i = 0, MADE - 1 do
        live[place] = record(i)
        total = total + live[place][32]
        place = place % RECORDS + 1
      end
    end
    return total
  end
end)

bench.case("growing_then_dropped", "gc", {
  unit = "batches",
  question = "What do structures cost that grow for a while and are then dropped as a whole?",
}, function()
  local grown, count = {}, 0
  return function(n)
    local total = 0
    for _ = 1, n do
      if count >= RECORDS then grown, count = {}, 0 end
      for i = 0, MADE - 1 do
        count = count + 1
        grown[count] = record(i)
      end
      total = total + grown[count][32]
    end
    return total
  end
end)

bench.case("bound_objects", "gc", {
  unit = "batches",
  tags = { "bound" },
  library = "qtforge",
  question = "How does the collector keep up with Java objects that a script has made and lets go of?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local ring = {}
  return function(n)
    local made = 0
    for _ = 1, n do
      for i = 0, MADE - 1 do
        ring[made % 1024 + 1] = manager:create("sensor", i)
        made = made + 1
      end
    end
    return made + ring[(made - 1) % 1024 + 1]:build()
  end
end)

bench.case("large_objects", "gc", {
  unit = "buffers",
  tags = { "large" },
  question = "What do objects cost that are too large for a collector's usual way to allocate?",
}, function()
  local ring, rep = {}, string.rep
  return function(n)
    local total = 0
    for i = 0, n - 1 do
      ring[i % 8 + 1] = rep("x", 1000000)
      total = total + #ring[i % 8 + 1]
    end
    return total
  end
end)

bench.main(arg)
