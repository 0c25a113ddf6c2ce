-- Leaks of 3 KB an operation: critical over 60 cycles where nobody declared it.
local bench = require "bindbench"

local function keeping(bytes)
  return function()
    local kept, count = {}, 0
    return function(n)
      for _ = 1, n do
        count = count + 1
        kept[count] = ("x"):rep(bytes)
      end
    end
  end
end

bench.case("does_nothing", "leak", { unit = "operations", tags = { "control" } }, function()
  return function(n) return n end
end)
bench.case("planted_leak", "leak", { unit = "blocks", tags = { "planted" }, allocates = 1024 }, keeping(1024))
bench.case("kept", "leak", { unit = "blocks" }, keeping(3000))
bench.case("kept_on_purpose", "leak", { unit = "blocks", tags = { "leaks" } }, keeping(3000))

-- A table that only the interpreter itself knows: it outlives the case.
bench.case("kept_in_a_global", "leak", { unit = "blocks", tags = { "leaks" } }, function()
  kept_for_good = {}
  return function(n)
    for _ = 1, n do kept_for_good[#kept_for_good + 1] = ("x"):rep(1000) end
  end
end)
