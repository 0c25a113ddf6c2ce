-- How little memory is enough: the smallest heap for a known amount of objects, and the most
-- contexts in a heap.
--
-- runner.jar searches for both by bisection, in a fresh JVM for each size: java -jar runner.jar
-- limits. run(work()) must return answer(). python/memory_limits.py asks the same of Python.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local OBJECTS, FEW = 400000, 1000

local Point = {}
Point.__index = Point
local function point(x, y) return setmetatable({ x = x, y = y }, Point) end

-- Holds n objects at once, then reads each; the answer is the sum of 0 to n - 1.
local function kept_and_summed(n)
  local kept, total = {}, 0
  for i = 1, n do kept[i] = point(i - 1, 2) end
  for i = 1, n do total = total + kept[i].x end
  return total
end

local function work(n)
  return {
    run = kept_and_summed,
    work = function() return n end,
    answer = function() return n * (n - 1) / 2 end,
  }
end

bench.case("smallest_heap", "heap_limit", {
  unit = "objects",
  tags = { "limit" },
  question = "In how small a heap can 400,000 objects be held at once?",
}, function() return work(OBJECTS) end)

bench.case("most_contexts", "context_limit", {
  unit = "contexts",
  tags = { "limit" },
  question = "How many contexts, each with this suite loaded, can be open at once in one heap?",
}, function() return work(FEW) end)

bench.main(arg)
