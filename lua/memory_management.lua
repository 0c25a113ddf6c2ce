-- Objects, calls, memory and weak references, each in plain Lua and through bound Java objects.
--
-- python/memory_management.py asks the same questions under the same names. Answers are those of
-- run(1000) and equal in both languages.
--
-- Sections: rates of the language's own, rates through Java, memory, weak references, lifecycles, growth
-- with size, threads. docs/memory_management.md has every case in a table.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

-- === Objects and functions that cases use ===

-- A local, as Lua's own style guide has it for hot code: the creation cases ask for objects, not for
-- the look-up of a global, which costs LuaJC as much as the object itself.
local setmetatable = setmetatable

local Point = {}
Point.__index = Point

local function point(x, y) return setmetatable({ x = x, y = y }, Point) end

local function closure_over(x, y)
  return function() return x + y end
end

local Counter = {}
Counter.__index = Counter

function Counter:next(total, i) return self.step + i - total end

local function difference(total, i) return i - total end

-- === Rates: the language's own objects, calls, closures and coroutines ===

bench.case("empty_loop", "rate", {
  unit = "iterations",
  tags = { "quick", "control" },
  question = "What does the loop around every other rate cost by itself?",
}, function()
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = i - total end
    return total
  end
end)

bench.case("object_creation", "rate", {
  unit = "objects",
  tags = { "quick" },
  allocates = 40,
  question = "How many objects with two attributes can a script make in a second, when it keeps the last 1024?",
}, function()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = point(i, 2) end
    return ring[(n - 1) % 1024 + 1].x
  end
end)

bench.case("slotted_object_creation", "rate", {
  unit = "objects",
  tags = { "slots" },
  allocates = 40,
  question = "How many objects whose two values have fixed places can a script make in a second?",
}, function()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = setmetatable({ i, 2 }, Point) end
    return ring[(n - 1) % 1024 + 1][1]
  end
end)

bench.case("closure_creation", "rate", {
  unit = "closures",
  tags = { "closure" },
  allocates = 16,
  question = "How many closures over two values can a script make in a second, when it keeps the last 1024?",
}, function()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = closure_over(i, 2) end
    return ring[(n - 1) % 1024 + 1]()
  end
end)

bench.case("method_call", "rate", {
  unit = "calls",
  tags = { "quick" },
  question = "How many methods of its own objects can a script call in a second?",
}, function()
  local counter = setmetatable({ step = 1 }, Counter)
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = counter:next(total, i) end
    return total
  end
end)

bench.case("function_call", "rate", {
  unit = "calls",
  tags = { "quick" },
  question = "How many of its own functions can a script call in a second?",
}, function()
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = difference(total, i) end
    return total
  end
end)

bench.case("coroutine_switch", "rate", {
  unit = "switches",
  tags = { "coroutine" },
  question = "How often in a second can a script hand a value to a coroutine and get one back?",
}, function()
  local wrap, yield = coroutine.wrap, coroutine.yield

  local function partner(got)
    while got do got = yield(got + 1) end
  end

  return function(n)
    local total, switch = 0, wrap(partner)
    for i = 0, n - 1 do total = switch(i - total) end
    switch() -- to its end: LuaJ would keep its thread
    return total
  end
end)

bench.case("coroutine_creation", "rate", {
  unit = "coroutines",
  tags = { "coroutine" },
  allocates = 16,
  question = "How many coroutines that yield once can a script make and run to their end in a second?",
}, function()
  local wrap, yield = coroutine.wrap, coroutine.yield

  local ring = {}

  local function once(value) yield(value) end

  return function(n)
    local total = 0
    for i = 0, n - 1 do
      local resume = wrap(once)
      ring[i % 1024 + 1] = resume
      total = resume(i) - total
      resume()
    end
    return total
  end
end)

-- === Rates: through bound Java objects ===

bench.case("bound_object_creation", "rate", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  allocates = 16,
  question = "How many Java objects can a script have made in a second, when it keeps the last 1024?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 1024 + 1] = manager:create("sensor", i) end
    return ring[(n - 1) % 1024 + 1]:build()
  end
end)

bench.case("bound_method_call", "rate", {
  unit = "calls",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "How many methods of a Java object can a script call in a second?",
}, function()
  local plugin = bench.bound("qtforge").core.create_plugin_manager():create("sensor", 1)
  return function(n)
    local x = 0
    for _ = 1, n do x = plugin:advance(x) end
    return x
  end
end)

bench.case("bound_object_release", "rate", {
  unit = "objects",
  tags = { "bound" },
  library = "qtforge",
  allocates = 16,
  question = "How many Java objects can a script have made, registered and let go of in a second?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return function(n)
    local released = 0
    for i = 0, n - 1 do
      manager:load(manager:create("sensor", i))
      if manager:unload("sensor") then released = released + 1 end
    end
    return released
  end
end)

-- What a library's Java code calls: a function is passed as it is to a binding by hand, whose objects
-- have metatables; LuaJ's coercion, whose objects have none, wants a proxy of the Java interface.
local function callback(object, interface, method, f)
  if getmetatable(object) then return f end
  return luajava.createProxy(interface, { [method] = f })
end

local function subscribe(bus, f)
  bus:subscribe("reading", callback(bus, "org.bindbench.binding.qtforge.Subscriber", "receive", f))
end

bench.case("publish_to_subscriber", "rate", {
  unit = "messages",
  tags = { "bound", "callback" },
  library = "qtforge",
  question = "How many messages can a script publish in a second that Java brings to the script's own function?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  local received = 0
  subscribe(bus, function() received = received + 1 end)
  return function(n)
    received = 0
    for _ = 1, n do bus:publish("reading", "on") end
    return received
  end
end)

bench.case("host_calls_guest", "rate", {
  unit = "calls",
  tags = { "bound", "callback" },
  library = "qtforge",
  question = "How many functions of a script can a loop in Java call in a second?",
}, function()
  local core = bench.bound("qtforge").core
  local step = callback(
    core.create_plugin_manager(), "java.util.function.LongUnaryOperator", "applyAsLong",
    function(x) return (x * 3 + 1) % 1000003 end
  )
  return function(n) return core.iterate(step, 0, n) end
end)

bench.case("java_exception_caught", "rate", {
  unit = "exceptions",
  tags = { "bound", "exception" },
  library = "qtforge",
  question = "How many exceptions of a Java method can a script catch in a second?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local pcall, metadata = pcall, manager.metadata
  return function(n)
    local caught = 0
    for _ = 1, n do
      if not pcall(metadata, manager, "absent") then caught = caught + 1 end
    end
    return caught
  end
end)

bench.case("guest_exception_through_java", "rate", {
  unit = "exceptions",
  tags = { "bound", "callback", "exception" },
  library = "qtforge",
  question = "How many of its own exceptions, raised while Java called it, can a script catch in a second?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  local pcall, publish = pcall, bus.publish
  subscribe(bus, function(message) error(message) end)
  return function(n)
    local caught = 0
    for _ = 1, n do
      if not pcall(publish, bus, "reading", "off") then caught = caught + 1 end
    end
    return caught
  end
end)

-- === Memory that objects keep and give back ===

-- An array filled by index, with make(i) or with true.
local function filled(n, make)
  local kept = {}
  for i = 1, n do kept[i] = make and make(i) or true end
  return kept
end

local function empty(n) return filled(n) end

bench.case("memory_per_object", "retained", {
  unit = "objects",
  tags = { "quick" },
  question = "How many bytes does an object with two fields keep, and are they given back?",
}, function()
  local function make(i) return point(i % 100, 2) end
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

local shapes = {
  class = function(i) return point(i % 100, 2) end,
  closure = function(i) return closure_over(i % 100, 2) end,
  fields4 = function(i) return setmetatable({ a = i % 100, b = 2, c = 3, d = 4 }, Point) end,
  fields16 = function(i)
    return setmetatable({
      a = i % 100, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8,
      i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16,
    }, Point)
  end,
}

bench.case("memory_by_shape", "retained", {
  unit = "objects",
  variants = { "class", "closure", "fields4", "fields16" },
  question = "How many bytes do two values keep as an object or in a closure, and 4 or 16 as an object?",
}, function(chosen)
  local make = shapes[chosen.variant]
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

bench.case("memory_per_bound_object", "retained", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "How many bytes does a Java object keep while a script holds it, and are they given back?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local function make(i) return manager:create("sensor", i) end
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

local cycles = {
  self = function()
    local node = {}
    node.other = node
    return node
  end,
  pair = function()
    local node = {}
    node.other = { other = node }
    return node
  end,
}

-- Functions that make a node whose other end is a Java object that holds the node.
local function bound_cycles()
  local qtforge = bench.bound("qtforge")
  local manager = qtforge.core.create_plugin_manager()
  return {
    attachment = function(i)
      local node = { other = manager:create("sensor", i) }
      node.other:attach(node)
      return node
    end,
    listener = function()
      local node = { other = qtforge.communication.create_message_bus() }
      subscribe(node.other, function(message) return node.other, message end)
      return node
    end,
  }
end

bench.case("memory_of_cycles", "retained", {
  unit = "cycles",
  tags = { "cycle" },
  variants = { "self", "pair" },
  question = "How many bytes do objects in a cycle of references keep, and are they given back?",
}, function(chosen)
  local make = cycles[chosen.variant]
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

bench.case("memory_of_cycles_bound", "retained", {
  unit = "cycles",
  tags = { "bound", "cycle" },
  library = "qtforge",
  variants = { "attachment", "listener" },
  question = "How many bytes does a cycle of a script's object and a Java object keep, and is it given back?",
}, function(chosen)
  local make = bound_cycles()[chosen.variant]
  return { run = function(n) return filled(n, make) end, empty = empty }
end)

-- === Weak references and finalizers ===

-- Hooks that watch n made objects; each run has a table of watchers of its own, which is filled in a
-- function of its own (a register left behind would hold the last object) and never grows afterwards.
local function watching(make, mode)
  local watchers

  local function watch(owners)
    watchers = setmetatable({}, { __mode = mode or "v" })
    for i = 1, #owners do
      if mode == "k" then watchers[owners[i]] = i else watchers[i] = owners[i] end
    end
  end

  return {
    run = function(n)
      local owners = filled(n, make)
      watch(owners)
      return owners
    end,
    alive = function()
      local count = 0
      for _ in pairs(watchers) do count = count + 1 end
      return count
    end,
  }
end

bench.case("weak_references", "weakref", {
  unit = "objects",
  tags = { "quick" },
  question = "Are weak references cleared once nothing else holds the objects?",
}, function()
  return watching(function(i) return point(i, 2) end)
end)

bench.case("weak_references_bound", "weakref", {
  unit = "objects",
  tags = { "quick", "bound" },
  library = "qtforge",
  question = "Are weak references to Java objects cleared once the script holds none of them?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return watching(function(i) return manager:create("sensor", i) end)
end)

bench.case("circular_references", "weakref", {
  unit = "cycles",
  tags = { "weak", "cycle" },
  variants = { "self", "pair" },
  question = "Are objects that refer to each other found dead once nothing else holds them?",
}, function(chosen) return watching(cycles[chosen.variant]) end)

bench.case("circular_references_bound", "weakref", {
  unit = "cycles",
  tags = { "bound", "weak", "cycle" },
  library = "qtforge",
  variants = { "attachment", "listener" },
  question = "Is a cycle of a script's object and a Java object found dead once nothing else holds it?",
}, function(chosen) return watching(bound_cycles()[chosen.variant]) end)

bench.case("weak_containers", "weakref", {
  unit = "entries",
  tags = { "weak" },
  variants = { "values", "keys" },
  question = "Do containers with weak values, or with weak keys, let go of what nothing else holds?",
}, function(chosen)
  return watching(function(i) return point(i, 2) end, chosen.variant == "keys" and "k" or "v")
end)

-- Whether the collector calls __gc of tables, which Lua does from 5.2 on and LuaJ never.
local function finalizes()
  local called = false
  local function leave() setmetatable({}, { __gc = function() called = true end }) end
  leave()
  collectgarbage()
  return called
end

bench.case("finalizers", "weakref", {
  unit = "objects",
  tags = { "weak", "callback" },
  question = "Do finalizers run once nothing holds their objects any more?",
}, function()
  local made, calls = 0, 0
  local finalized = { __gc = function() calls = calls + 1 end }
  local hooks = {
    run = function(n)
      made, calls = n, 0
      return filled(n, function(i) return setmetatable({ x = i, y = 2 }, finalized) end)
    end,
  }
  if finalizes() then -- no hook to ask is "unsupported", where a count of 0 would be a figure
    hooks.alive = function() return made - calls end
    hooks.called = function() return calls end
  end
  return hooks
end)

-- === Lifecycles: objects that come and go ===

local function points(n)
  local kept = {}
  for i = 1, n do kept[i] = point(i % 100, 2) end
  return kept
end

bench.case("object_lifecycle", "lifecycle", {
  unit = "objects",
  tags = { "lifecycle" },
  question = "Does the live heap grow when objects are made and dropped over and over, and how soon is it free?",
}, function() return points end)

bench.case("bound_object_lifecycle", "lifecycle", {
  unit = "plugins",
  tags = { "lifecycle", "bound" },
  library = "qtforge",
  question = "Does the live heap grow when plugins are created, loaded and unloaded over and over?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local names = {}
  return {
    run = function(n)
      for i = 1, n do
        local plugin = manager:create("plugin " .. i, i)
        manager:load(plugin)
        names[i] = plugin:name()
      end
      return names
    end,
    release = function()
      for _, name in ipairs(names) do manager:unload(name) end
      names = {}
    end,
  }
end)

-- Subscribes a function; LuaJ's coercion turns no function into a Java interface, but makes proxies.
local function subscribe(bus, topic, receive)
  local fine, subscription = pcall(function() return bus:subscribe(topic, receive) end)
  if fine then return subscription end
  return bus:subscribe(topic, luajava.createProxy("org.bindbench.binding.qtforge.Subscriber", { receive = receive }))
end

bench.case("subscription_lifecycle", "lifecycle", {
  unit = "subscriptions",
  tags = { "lifecycle", "bound" },
  library = "qtforge",
  question = "Does the live heap grow when functions are subscribed to a message bus and unsubscribed over and over?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  local subscriptions = {}
  return {
    run = function(n)
      for i = 1, n do
        subscriptions[i] = subscribe(bus, "topic " .. math.floor(i / 10), function() return i end)
      end
      return subscriptions
    end,
    release = function()
      for _, subscription in ipairs(subscriptions) do subscription:cancel() end
      subscriptions = {}
    end,
  }
end)

-- === Growth of time and memory with size ===

bench.case("large_numbers_of_objects", "scaling", {
  unit = "objects",
  tags = { "scaling" },
  grows = "n",
  question = "Do time and memory follow the number of objects, up to a million?",
}, function()
  return function(n)
    local kept = {}
    for i = 1, n do kept[i] = point(i % 100, 2) end
    return kept
  end
end)

bench.case("large_numbers_of_bound_objects", "scaling", {
  unit = "objects",
  tags = { "scaling", "bound" },
  library = "qtforge",
  grows = "n",
  question = "Do time and memory follow the number of Java objects that a script holds, up to a million?",
}, function()
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  return function(n)
    local kept = {}
    for i = 1, n do kept[i] = manager:create("sensor", i) end
    return kept
  end
end)

-- === Threads that share Java objects ===

-- The length of a list: a table by the hand binding, a Java list by coercion.
local function length(list) return type(list) == "table" and #list or list:size() end

bench.case("threads_on_one_bus", "concurrent", {
  unit = "messages",
  tags = { "concurrent", "bound" },
  library = "qtforge",
  guests = 10,
  question = "Do ten interpreters on threads of their own lose or double messages of the one bus they share?",
}, function()
  local bus = bench.bound("qtforge").communication.shared_message_bus("threads")
  local received, last, wrong, sent = 0, nil, 0, 0
  local function receive(message) received, last = received + 1, message end
  local joined = subscribe(bus, "joined", receive)
  local topic = "guest " .. bus:subscriber_count("joined") -- so far: guests are prepared one after the other
  return {
    run = function(n)
      for i = 1, n do
        local subscription = subscribe(bus, topic, receive)
        local passing = subscribe(bus, "passing", receive)
        if bus:publish(topic, "message " .. i) ~= 1 or last ~= "message " .. i then wrong = wrong + 1 end
        passing:cancel()
        subscription:cancel()
      end
      sent = sent + n
    end,
    check = function() -- whose subscriptions should be there still, and nobody else's
      return math.abs(bus:publish("joined", "end") - 10) + bus:subscriber_count("passing") + length(bus:topics()) - 1
    end,
    check_own = function()
      return wrong + math.abs(received - sent - 1) + (joined:active() and 0 or 1)
    end,
  }
end)

bench.case("threads_on_one_manager", "concurrent", {
  unit = "plugins",
  tags = { "concurrent", "bound" },
  library = "qtforge",
  guests = 10,
  question = "Do ten interpreters on threads of their own lose or double plugins of the one manager they share?",
}, function()
  local manager = bench.bound("qtforge").core.shared_plugin_manager("threads")
  manager:load(manager:create("guest " .. length(manager:get_loaded_plugins()) + 1, 0))
  local own = length(manager:get_loaded_plugins()) -- so far: guests are prepared one after the other
  local wrong, order, rounds, left = 0, 0, 0, 0

  local function fact(facts, key) return type(facts) == "table" and facts[key] or facts:get(key) end

  return {
    run = function(n)
      for i = 0, n - 1 do
        local name = own .. " " .. rounds .. " " .. i
        manager:load(manager:create(name, i))
        local facts = manager:metadata(name)
        -- Loads are counted from 1, so a guest sees a number once, and each one above the last.
        if fact(facts, "build") ~= i or fact(facts, "order") <= order then wrong = wrong + 1 end
        order = fact(facts, "order")
        if i % 10 == 0 then left = left + 1 elseif not manager:unload(name) then wrong = wrong + 1 end
      end
      rounds = rounds + 1
    end,
    check = function() -- every guest did the same: its own plugin and what it left, and nothing else
      return math.abs(length(manager:get_loaded_plugins()) - 10 * (1 + left))
    end,
    check_own = function() return wrong end,
  }
end)

bench.main(arg)
