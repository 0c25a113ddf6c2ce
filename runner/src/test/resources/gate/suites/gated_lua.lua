-- Two cases, of which one takes its steps from a module that can be slowed down.
local bench = require "bindbench"
local work = require "work"

bench.case("slowed", "rate", {
  unit = "steps",
  question = "How many steps can a script take in a second, in the code under test?",
}, function()
  local scratch, steps = {}, work.steps
  return function(n)
    local total = 0
    for i = 1, n do
      total = (total + i) % 1000003
      for k = 0, steps - 1 do scratch[k % 8 + 1] = total + k end
    end
    return total
  end
end)

bench.case("unchanged", "rate", {
  unit = "steps",
  question = "How many steps can a script take in a second, in code of its own?",
}, function()
  local scratch = {}
  return function(n)
    local total = 0
    for i = 1, n do
      total = (total + i) % 1000003
      for k = 0, 19 do scratch[k % 8 + 1] = total + k end
    end
    return total
  end
end)

bench.main(arg)
