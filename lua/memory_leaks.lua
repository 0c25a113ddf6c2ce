-- Work done over and over: does any of it stay in memory?
--
-- python/memory_leaks.py asks the same questions under the same names. A cycle is run(1000); after each,
-- everything is let go and the heap is collected. The first case does nothing and the second leaks on
-- purpose: what the others say is held against the two. Cases tagged leaks leak by design.
--
-- Sections: control and planted leak, subscriptions, references across the boundary, what scripts keep,
-- coroutines, components. docs/memory_leaks.md has every case in a table.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

-- === Control and planted leak ===

bench.case("does_nothing", "leak", {
  unit = "operations",
  tags = { "validation", "control" },
  question = "How far does the heap move when the script does nothing but count?",
}, function()
  return function(n)
    local total = 0
    for i = 0, n - 1 do total = i - total end
    return total
  end
end)

bench.case("planted_leak", "leak", {
  unit = "blocks",
  tags = { "validation", "planted" },
  allocates = 1024,
  question = "Is a leak of 1 KiB an operation found, which the script keeps in a list for good?",
}, function()
  local kept, count = {}, 0
  return function(n)
    for _ = 1, n do
      count = count + 1
      kept[count] = ("x"):rep(1024)
    end
  end
end)

-- === Subscriptions ===

-- What a library's Java code calls: a function is passed as it is to a binding by hand, whose objects
-- have metatables; LuaJ's coercion, whose objects have none, wants a proxy of the Java interface.
local function subscriber(bus, f)
  if getmetatable(bus) then return f end
  return luajava.createProxy("org.bindbench.binding.qtforge.Subscriber", { receive = f })
end

bench.case("subscriptions_never_removed", "leak", {
  unit = "subscriptions",
  tags = { "validation", "bound", "leaks" },
  library = "qtforge",
  question = "How much is kept when functions subscribe to a message bus that lives on, and never unsubscribe?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  return function(n)
    for i = 1, n do
      bus:subscribe("topic " .. i, subscriber(bus, function(message) return i, message end))
    end
  end
end)

bench.case("weak_subscriptions", "leak", {
  unit = "subscriptions",
  tags = { "validation", "bound", "weak" },
  library = "qtforge",
  question = "Do functions that subscribe weakly go once nothing else holds them?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  return function(n)
    for i = 1, n do
      bus:subscribe_weak("topic " .. i, subscriber(bus, function(message) return i, message end))
    end
  end
end)

bench.case("cancelled_subscriptions", "leak", {
  unit = "subscriptions",
  tags = { "bound" },
  library = "qtforge",
  question = "Do functions that subscribe and unsubscribe leave nothing behind?",
}, function()
  local bus = bench.bound("qtforge").communication.create_message_bus()
  return function(n)
    for i = 1, n do
      bus:subscribe("topic " .. i, subscriber(bus, function(message) return i, message end)):cancel()
    end
  end
end)

-- === References across the boundary ===

bench.case("cycles_across_the_boundary", "leak", {
  unit = "cycles",
  tags = { "bound", "cycle" },
  library = "qtforge",
  variants = { "attachment", "listener" },
  question = "Are a script's object and a Java object that hold each other freed, once nothing holds the two?",
}, function(chosen)
  local qtforge = bench.bound("qtforge")
  local manager = qtforge.core.create_plugin_manager()
  local makers = {
    attachment = function(i)
      local node = { other = manager:create("sensor", i) }
      node.other:attach(node)
    end,
    listener = function()
      local node = { other = qtforge.communication.create_message_bus() }
      node.other:subscribe("reading", subscriber(node.other, function(message) return node, message end))
    end,
  }
  local make = makers[chosen.variant]
  return function(n)
    for i = 1, n do make(i) end
  end
end)

-- === What scripts keep ===

bench.case("closures", "leak", {
  unit = "closures",
  tags = { "closure" },
  question = "Are functions that hold a list, themselves and the one before them freed together?",
}, function()
  local function linked(before, i)
    local values, itself = { i, i, i, i, i, i, i, i }, nil
    itself = function() return values, before, itself end
    return itself
  end

  return function(n)
    local last
    for i = 1, n do last = linked(last, i) end
    return last
  end
end)

bench.case("bounded_cache", "leak", {
  unit = "entries",
  tags = { "validation", "cache" },
  question = "Is a cache of 4,000 entries, filled within four cycles, told from a leak?",
}, function()
  local cache, added = {}, 0
  return function(n)
    for _ = 1, n do
      cache[added % 4000 + 1] = ("x"):rep(200)
      added = added + 1
    end
  end
end)

bench.case("unbounded_cache", "leak", {
  unit = "entries",
  tags = { "cache", "leaks" },
  question = "How much is kept by a cache from which nothing is ever removed?",
}, function()
  local cache, added = {}, 0
  return function(n)
    for _ = 1, n do
      added = added + 1
      cache[added] = ("x"):rep(200)
    end
  end
end)

-- === Coroutines ===

bench.case("coroutines", "leak", {
  unit = "coroutines",
  tags = { "coroutine" },
  variants = { "ended", "abandoned" },
  question = "Is anything left of coroutines that ran to their end, or of those that were left in the middle?",
}, function(chosen)
  local wrap, yield = coroutine.wrap, coroutine.yield

  local function once(value) yield(value) end

  return function(n)
    for i = 1, n do
      local resume = wrap(once)
      resume(i)
      if chosen.variant == "ended" or i % 100 ~= 0 then resume() end
    end
  end
end)

-- === Components ===

bench.case("components", "leak", {
  unit = "plugins",
  tags = { "bound", "component" },
  library = "qtforge",
  params = { { "component", { "script", "binding" } } },
  question = "Does the same loop, things made, entered by name and removed, leak in the script, or through the binding?",
}, function(chosen)
  local manager = bench.bound("qtforge").core.create_plugin_manager()
  local entered = {}
  local loops = {
    script = function(n)
      for i = 1, n do entered["plugin " .. i] = {} end
      for i = 1, n do entered["plugin " .. i] = nil end
    end,
    binding = function(n)
      for i = 1, n do manager:load(manager:create("plugin " .. i, i)) end
      for i = 1, n do manager:unload("plugin " .. i) end
    end,
  }
  return loops[chosen.component]
end)

bench.main(arg)
