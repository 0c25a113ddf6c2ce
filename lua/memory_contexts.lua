-- What is left of interpreters that are opened, used and closed, one after another.
--
-- python/memory_contexts.py asks the same questions under the same names. Each cycle opens a fresh
-- interpreter with this file loaded, calls run(1000) and closes it again; the host reads what has
-- grown. sharing is for GraalPy, where contexts can share an engine: LuaJ's globals are one each.
-- docs/memory_contexts.md has what was found.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local SHARING = { { "sharing", { "shared", "own" } } }

-- The sum of the numbers below n.
local function total(n)
  local result = 0
  for i = 0, n - 1 do result = result + i end
  return result
end

bench.case("no_context", "churn", {
  unit = "cycles",
  tags = { "validation", "control" },
  question = "What grows in cycles that open nothing?",
}, function() return total end)

bench.case("bare_context", "churn", {
  unit = "contexts",
  tags = { "validation" },
  params = SHARING,
  question = "What is left of an interpreter that was opened, added up some numbers and was closed?",
}, function() return total end)

bench.case("library_context", "churn", {
  unit = "contexts",
  params = SHARING,
  question = "What is left of an interpreter that used libraries of its language?",
}, function()
  return function(n)
    local counted, names = {}, {}
    local text = ("one two three two three three "):rep((n - n % 6) / 6)
    for word in text:gmatch("%w+") do
      if not counted[word] then names[#names + 1] = word end
      counted[word] = (counted[word] or 0) + 1
    end
    table.sort(names)
    local sum = 0
    for _, name in ipairs(names) do
      sum = sum + tonumber(("%s %d"):format(name, counted[name]):match("%d+"))
    end
    return sum
  end
end)

-- Subscribes a function; LuaJ's coercion turns no function into a Java interface, but makes proxies.
local function subscribe(bus, receive)
  local fine = pcall(function() bus:subscribe("reading", receive) end)
  if fine then return end
  bus:subscribe("reading",
    luajava.createProxy("org.bindbench.binding.qtforge.Subscriber", { receive = receive }))
end

bench.case("bound_context", "churn", {
  unit = "contexts",
  tags = { "bound" },
  library = "qtforge",
  params = SHARING,
  question = "What is left of an interpreter that used objects of a Java library, and was called by one?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  local received = 0
  subscribe(bus, function() received = received + 1 end)
  return function(n)
    received = 0
    for i = 1, n do
      manager:load(manager:create("sensor", i))
      bus:publish("reading", "on")
      manager:unload("sensor")
    end
    return received
  end
end)

bench.case("thread_context", "churn", {
  unit = "contexts",
  tags = { "thread" },
  params = SHARING,
  question = "What is left of an interpreter whose second thread of execution had ended?",
}, function()
  return function(n)
    return select(2, coroutine.resume(coroutine.create(function() return total(n) end)))
  end
end)

bench.case("waiting_thread_context", "churn", {
  unit = "contexts",
  tags = { "thread" },
  params = SHARING,
  question = "What is left of an interpreter that was closed while its second thread of execution was waiting?",
}, function()
  local waiting
  return function(n)
    waiting = coroutine.create(function() coroutine.yield(total(n)) end)
    return select(2, coroutine.resume(waiting))
  end
end)

bench.main(arg)
