-- Two cases, of which one takes the size of its objects from a module that can be changed.
local bench = require "bindbench"
local work = require "work"

-- Counted bytes, unlike clocked rates, are the same on a machine that is busy with something else.
local function keeping(fields)
  local function filled(n, make)
    local kept = {}
    for i = 1, n do kept[i] = make and make() or true end
    return kept
  end
  local function make()
    local object = {}
    for field = 1, fields do object[field] = true end
    return object
  end
  return {
    run = function(n) return filled(n, make) end,
    empty = function(n) return filled(n) end,
  }
end

bench.case("changed", "retained", {
  unit = "objects",
  question = "How many bytes does an object keep, in the code under test?",
}, function() return keeping(work.fields) end)

bench.case("unchanged", "retained", {
  unit = "objects",
  question = "How many bytes does an object keep, in code of its own?",
}, function() return keeping(8) end)

bench.main(arg)
