-- Cases that lose memory on purpose, so that it can be seen whether the loss is explained.
local bench = require "bindbench"

sessions = {}

local function session(number) return { number = number, events = {} } end

bench.case("kept_in_a_module", "lifecycle", {
  unit = "sessions",
  question = "Is a table named that is a global?",
}, function()
  return function(n)
    for i = 1, n do sessions[#sessions + 1] = session(i) end
  end
end)

bench.case("kept_in_a_closure", "lifecycle", {
  unit = "tables",
  question = "Is a table named that only a function of the case holds?",
}, function()
  local history = {}
  return function(n)
    for i = 1, n do history[#history + 1] = { i } end
  end
end)

bench.case("kept_in_an_attribute", "lifecycle", {
  unit = "pages",
  question = "Is a table named that is a field of an object?",
}, function()
  local archive = { pages = {} }
  return function(n)
    for i = 1, n do archive.pages[#archive.pages + 1] = session(i) end
  end
end)

-- Subscribes a function; LuaJ's coercion turns no function into a Java interface, but makes proxies.
local function subscribe(bus, topic, receive)
  local fine, subscription = pcall(function() return bus:subscribe(topic, receive) end)
  if fine then return subscription end
  return bus:subscribe(topic, luajava.createProxy("org.bindbench.binding.qtforge.Subscriber", { receive = receive }))
end

bench.case("kept_by_a_library", "lifecycle", {
  unit = "subscriptions",
  library = "qtforge",
  question = "Is a Java library's own collection named that keeps functions nobody unsubscribed?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  return function(n)
    for i = 1, n do
      subscribe(bus, "topic " .. i % 50, function(message) return message, i end)
    end
  end
end)

bench.case("nothing_is_kept", "lifecycle", {
  unit = "sessions",
  question = "Is a case that lets go of everything left alone?",
}, function()
  return function(n)
    local made = {}
    for i = 1, n do made[i] = session(i) end
    return made
  end
end)

bench.main(arg)
