-- What a guest does when memory gets scarce: under pressure, under many tasks, with holes, beyond the limit.
--
-- python/memory_stress.py asks the same questions under the same names. docs/memory_stress.md has every case
-- in a table. The host decides how much is made; it measures the heap, the process and the time.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local KIB = 1024

local Point = {}
Point.__index = Point

local function point(x, y) return setmetatable({ x = x, y = y }, Point) end

-- A string that no other one shares its bytes with: Lua's way to hold so many bytes.
local function block(bytes) return string.rep("x", bytes) end

-- === The live set is raised step by step ===

bench.case("rising_live_set", "pressure", {
  unit = "objects",
  tags = { "validation" },
  question = "How fast does a script make short-lived objects while more and more of the heap is live?",
}, function()
  local ring = {}
  return {
    run = function(n)
      for i = 0, n - 1 do ring[i % 64 + 1] = point(i, 2) end
      return ring[(n - 1) % 64 + 1].x
    end,
    hold = function(n)
      local kept = {}
      for i = 1, n do
        local points = {}
        for j = 1, 32 do points[j] = point(j, 2) end
        kept[i] = { block(16 * KIB), points }
      end
      return kept
    end,
  }
end)

bench.case("rising_live_set_bound", "pressure", {
  unit = "objects",
  tags = { "bound" },
  library = "qtforge",
  question = "How fast does a script make short-lived Java objects while more and more of the heap is live?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local ring = {}
  return {
    run = function(n)
      for i = 0, n - 1 do ring[i % 64 + 1] = manager:create("sensor", i) end
      return ring[(n - 1) % 64 + 1]:build()
    end,
    hold = function(n)
      local kept = {}
      for i = 1, n do
        local plugins = {}
        for j = 1, 32 do plugins[j] = manager:create("sensor", j) end
        kept[i] = { block(16 * KIB), plugins }
      end
      return kept
    end,
  }
end)

-- === Many tasks for a few guests ===

bench.case("tasks_for_a_pool", "pool", {
  unit = "tasks",
  tags = { "validation" },
  guests = 4,
  question = "How much do four guests on threads of their own do in a second, when 10 to 100 tasks are waiting?",
}, function()
  return function(n)
    local kept, sum = {}, 0
    for i = 0, n - 1 do kept[i % 1000 + 1] = point(i, 2) end
    for _, each in ipairs(kept) do sum = sum + each.x end
    return sum % 1000003
  end
end)

-- === Holes in the heap ===

local sizes = { small = {}, large = {} }
for power = 0, 8 do sizes.small[power + 1] = 2 ^ power * KIB end -- 1 KiB to 256 KiB
for eighth = 1, 8 do sizes.large[eighth] = eighth * 256 * KIB end -- 256 KiB to 2 MiB

-- In each turn through the sizes they start one later, so that every third is not always of the same size.
bench.case("every_third_freed", "fragmentation", {
  unit = "blocks",
  tags = { "validation" },
  variants = { "small", "large" },
  question = "How much of the heap is lost when every third block of many sizes is let go?",
}, function(chosen)
  local of, blocks = sizes[chosen.variant], {}

  local function held_from(size)
    local sum = 0
    for _, each in ipairs(blocks) do
      if #each >= size then sum = sum + #each end
    end
    return sum
  end

  local function held() return held_from(0) end

  return {
    run = function(n)
      for i = 0, n - 1 do blocks[#blocks + 1] = block(of[(i + math.floor(i / #of)) % #of + 1]) end
      return #blocks
    end,
    thin = function()
      local before, kept = held(), {}
      for i, each in ipairs(blocks) do
        if i % 3 ~= 0 then kept[#kept + 1] = each end
      end
      blocks = kept
      return before - held()
    end,
    held = held,
    held_from = held_from,
    refill = function(size)
      local added = 0
      while added < size do
        blocks[#blocks + 1] = block(of[#of])
        added = added + of[#of]
      end
      return added
    end,
    release = function() blocks = {} end,
  }
end)

-- === Beyond the limit ===

local function answer(n)
  local points, total = {}, 0
  for i = 0, n - 1 do points[#points + 1] = point(i, 2) end
  for _, each in ipairs(points) do total = (total * 31) % 1000003 + each.x end
  return total
end

-- Hooks that allocate what make makes until memory is out, and catch it if they can.
local function exhausting(make)
  local seen
  return {
    run = answer,
    exhaust = function()
      local kept = {}
      local fine, message = pcall(function()
        while true do kept[#kept + 1] = make() end
      end)
      if fine then return 0 end
      kept, seen = nil, tostring(message)
      return 1
    end,
    caught = function() return seen end,
  }
end

bench.case("memory_runs_out", "limit", {
  unit = "blocks",
  tags = { "validation" },
  question = "What happens to a script that takes blocks of 64 KiB until memory is out, and is it usable afterwards?",
}, function()
  return exhausting(function() return block(64 * KIB) end)
end)

bench.case("memory_runs_out_in_small_objects", "limit", {
  unit = "objects",
  question = "What happens to a script that takes small objects until memory is out, and is it usable afterwards?",
}, function()
  return exhausting(function()
    local points = {}
    for i = 1, 100 do points[i] = point(i, 2) end
    return points
  end)
end)

bench.case("memory_runs_out_in_bound_objects", "limit", {
  unit = "objects",
  tags = { "bound" },
  library = "qtforge",
  question = "What happens to a script that takes Java objects until memory is out, and is it usable afterwards?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return exhausting(function()
    local plugins = {}
    for i = 1, 100 do plugins[i] = manager:create("sensor", i) end
    return plugins
  end)
end)

bench.main(arg)
