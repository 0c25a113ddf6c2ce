-- What comes back after stress, by how it was let go, and what of that the system gets back.
--
-- python/memory_recovery.py asks the same questions under the same names. docs/memory_recovery.md has every
-- case in a table. Objects are large enough that letting go of them is worth a collection.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local WAYS = { { "release", { "at_once", "gradually", "forced_collection", "context_closed" } } }

local Reading = {}
Reading.__index = Reading

local function reading(x, y)
  return setmetatable({ x = x, y = y, data = string.rep("x", 256) }, Reading)
end

-- Works on: makes objects that are gone at once.
local function churn(n)
  local last
  for i = 0, n - 1 do last = reading(i, 2) end
  return last.x
end

local function hooks(make)
  return {
    run = function(n)
      local kept = {}
      for i = 1, n do kept[i] = make(i) end
      return kept
    end,
    churn = churn,
    collect = function() collectgarbage() end,
  }
end

bench.case("objects_released", "recovery", {
  unit = "objects",
  tags = { "validation" },
  params = WAYS,
  question = "How much of the memory of a script's objects is free again, and how soon, by how they are let go?",
}, function()
  return hooks(function(i) return reading(i % 100, 2) end)
end)

bench.case("bound_objects_released", "recovery", {
  unit = "objects",
  tags = { "bound" },
  library = "qtforge",
  params = WAYS,
  question = "How much of the memory of Java objects is free again, and how soon, by how a script lets them go?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return hooks(function(i)
    local plugin = manager:create("sensor", i)
    plugin:attach(reading(i % 100, 2))
    return plugin
  end)
end)

bench.case("heap_given_back", "given_back", {
  unit = "objects",
  tags = { "validation" },
  question = "How much of the heap that objects took does the system get back once they are gone, and how soon?",
}, function()
  return {
    run = function(n)
      local kept = {}
      for i = 1, n do kept[i] = string.rep("x", 1024) end
      return kept
    end,
  }
end)

bench.main(arg)
