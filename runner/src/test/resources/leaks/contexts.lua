-- Interpreters that come and go: one case leaves a function of each in a bus that outlives them.
local bench = require "bindbench"

bench.case("opens_nothing", "churn", { tags = { "control" } }, function()
  return function() return 1 end
end)

bench.case("kept_by_a_shared_bus", "churn", { library = "qtforge" }, function()
  local bus = bench.bound("qtforge").communication.shared_message_bus("all")
  local inbox = {}
  for i = 1, 500 do inbox[i] = { i } end
  local function receive(message) inbox[#inbox + 1] = message end
  return function()
    -- LuaJ's coercion turns no function into a Java interface, but makes proxies.
    if not pcall(function() bus:subscribe("arrived", receive) end) then
      bus:subscribe("arrived", luajava.createProxy("org.bindbench.binding.qtforge.Subscriber", { receive = receive }))
    end
    return 1
  end
end)
