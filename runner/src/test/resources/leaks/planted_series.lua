-- Series whose right answer is known, each of a known share of the live heap; for scripts/leaks.
--
-- An operation makes garbage; what is kept changes once in a cycle. Shapes are those of the simulation.
local bench = require "bindbench"

local CYCLES = 60

-- All that is live in the JVM; collectgarbage("count") is what this script has added to it.
local function live_bytes()
  local jvm = luajava.bindClass("java.lang.Runtime"):getRuntime()
  collectgarbage()
  collectgarbage()
  return jvm:totalMemory() - jvm:freeMemory()
end

-- A case that keeps kept_share(cycle) of the live heap.
local function series(kept_share)
  local live = live_bytes()
  local blocks, cycle, have = {}, 0, 0
  return function(n)
    for i = 1, n do
      for j = 1, 100 do local _ = { i, j } end
    end
    local wanted = math.floor(kept_share(cycle) * live)
    if wanted > have then
      blocks[#blocks + 1] = ("x"):rep(wanted - have)
      have = wanted
    end
    while wanted < have do
      have = have - #blocks[#blocks]
      blocks[#blocks] = nil
    end
    cycle = cycle + 1
  end
end

local function declare(name, options, question, kept_share)
  options.unit, options.question = "operations", question
  bench.case(name, "leak", options, function(chosen)
    return series(function(cycle) return kept_share(cycle, chosen) end)
  end)
end

bench.case("does_nothing", "leak", {
  unit = "operations", tags = { "control" }, question = "How far does the heap move by itself?",
}, function()
  return function(n) return n end
end)

declare("leak", { params = { { "share", { "0.001", "0.005" } } } },
  "Is a share of the live heap found that is kept in every cycle?",
  function(cycle, chosen) return tonumber(chosen.share) * cycle end)

declare("flat", {}, "Is work that keeps nothing called a leak?", function() return 0 end)

declare("steps", {}, "Are two steps of 1 % for good called a leak?",
  function(cycle) return 0.01 * math.min(2, math.floor(cycle * 3 / CYCLES)) end)

declare("sawtooth", {}, "Is what rises by 0.5 % a cycle and falls back every six called a leak?",
  function(cycle) return 0.005 * (cycle % 6) end)

declare("saturating_cache", {},
  "Is a cache called a leak that fills to 5 %, half of what is missing every eight cycles?",
  function(cycle) return 0.05 * (1 - 0.5 ^ (cycle / 8)) end)

bench.main(arg)
