-- What this Lua can and cannot do, as a probe of each facility saw it.
--
-- A probe returns its verdict and what it saw: "SUPPORTED: ...", "BROKEN: ..." (it is there and gives
-- the wrong result) or "UNSUPPORTED: ..." (it is missing, or asked for and ignored). Cases without a
-- probe are judged by the host, from outside. python/capabilities.py asks for the facilities of Python.

-- This lets the file be run from any folder.
package.path = (arg and arg[0] or ""):gsub("[^/\\]*$", "") .. "?.lua;" .. package.path
local bench = require "bindbench"

local OBJECTS, COLLECTIONS = 1000, 10
local LIMITS = "https://github.com/luaj/luaj/blob/master/README.md"
local SOURCE = "https://github.com/luaj/luaj/blob/master/luaj-core/src/main/java/org/luaj/vm2/"
local COMPILER = "https://github.com/luaj/luaj/blob/master/luaj-jse/src/main/java/org/luaj/vm2/luajc/JavaGen.java"
local load = loadstring or load

local function found(holds, saw, otherwise)
  return (holds and "SUPPORTED" or otherwise or "BROKEN") .. ": " .. saw
end

local function count(entries)
  local n = 0
  for _ in pairs(entries) do n = n + 1 end
  return n
end

-- Collects until nothing is left, COLLECTIONS times at most; garbage must come from a function that
-- returned. A stale register may keep one entry.
local function emptied(entries)
  for _ = 1, COLLECTIONS do
    collectgarbage()
    if count(entries) <= 1 then return true end
  end
  return false
end

local function left(entries) return count(entries) .. " of " .. OBJECTS .. " entries were left after collections" end

-- The first line of an error, without the place that stands before it.
local function raised(message)
  return "it raised " .. tostring(message):match("[^\n]*"):gsub("^@?%S*%.lua:%d+:?%s*", "")
end

local function case(name, question, reference, setup, swept)
  bench.case(name, "capability", { question = question, reference = reference, params = swept }, setup)
end

case("finalizers", "Are finalizers called once their object is garbage?",
  SOURCE .. "LuaTable.java", function()
    local called = 0
    local finalized = { __gc = function() called = called + 1 end }
    local function make()
      for _ = 1, OBJECTS do setmetatable({}, finalized) end
    end
    return function()
      make()
      for _ = 1, COLLECTIONS do collectgarbage() end
      return found(called >= OBJECTS - 1, called .. " of " .. OBJECTS .. " were called after "
        .. COLLECTIONS .. " collections", called > 0 and "BROKEN" or "UNSUPPORTED")
    end
  end, { { "variant", { "__gc" } } })

local function fill(weak, mode)
  local kept = {}
  for i = 1, OBJECTS do
    local thing = { i }
    kept[i] = thing
    if mode == "v" then weak[i] = thing elseif mode == "k" then weak[thing] = i else weak[thing] = { i } end
  end
  return #kept
end

case("weak_containers", "Do weak tables let go of what nobody else holds?", SOURCE .. "WeakTable.java",
  function(chosen)
    return function()
      local mode = ({ values = "v", keys = "k", ["keys and values"] = "kv" })[chosen.variant]
      local weak = setmetatable({}, { __mode = mode })
      fill(weak, mode)
      local let_go = emptied(weak)
      return found(let_go, left(weak))
    end
  end, { { "variant", { "values", "keys", "keys and values" } } })

case("ephemerons", "Does an entry with a weak key go away where its value refers to that key?",
  LIMITS, function()
    local weak = setmetatable({}, { __mode = "k" })
    local function make()
      for i = 1, OBJECTS do
        local key = { i }
        weak[key] = { key }
      end
    end
    return function()
      make()
      local let_go = emptied(weak)
      return found(let_go, left(weak), "UNSUPPORTED")
    end
  end)

case("weak_container_growth", "Can a weak table grow after entries were cleared?",
  "https://github.com/luaj/luaj/issues/96", function()
    local weak, kept = setmetatable({}, { __mode = "v" }), {}
    local function make()
      for i = 1, OBJECTS do weak["dropped" .. i] = { i } end
    end
    local function grow()
      for i = 1, 4 * OBJECTS do
        kept[i] = { i }
        weak["kept" .. i] = kept[i]
      end
    end
    return function()
      make()
      collectgarbage()
      local grew, message = pcall(grow)
      if not grew then return found(false, raised(message)) end
      local there = 0
      for i = 1, 4 * OBJECTS do if weak["kept" .. i] == kept[i] then there = there + 1 end end
      return found(there == 4 * OBJECTS, there .. " of " .. 4 * OBJECTS .. " entries put in afterwards are there")
    end
  end)

case("weak_mode_set_later", "Is a table weak whose metatable gets __mode only after setmetatable?",
  SOURCE .. "LuaTable.java", function()
    local meta = {}
    local weak = setmetatable({}, meta)
    return function()
      meta.__mode = "v"
      fill(weak, "v")
      local let_go = emptied(weak)
      return found(let_go, left(weak), "UNSUPPORTED")
    end
  end)

local OPTIONS = {}

function OPTIONS.collect()
  local weak = setmetatable({}, { __mode = "v" })
  fill(weak, "v")
  local let_go = emptied(weak)
  return let_go, left(weak)
end

function OPTIONS.count()
  collectgarbage()
  local before, kept = collectgarbage("count"), {}
  for i = 1, 100 * OBJECTS do kept[i] = { i } end
  local grown = 1024 * (collectgarbage("count") - before) / #kept
  return grown > 16 and grown < 400, string.format("%d", math.floor(grown)) .. " bytes for each table that is kept"
end

function OPTIONS.step()
  local weak, steps = setmetatable({}, { __mode = "v" }), 0
  fill(weak, "v")
  repeat
    steps = steps + 1
    local ended = collectgarbage("step", 1000)
  until ended or steps == 1000
  return count(weak) <= 1, left(weak):gsub("collections", "steps until one said that it ended a cycle")
end

function OPTIONS.stop()
  collectgarbage("stop")
  local weak = setmetatable({}, { __mode = "v" })
  fill(weak, "v")
  for _ = 1, 100 * OBJECTS do local _ = {} end
  local stopped = count(weak) == OBJECTS
  collectgarbage("restart")
  return stopped, "the collector " .. (stopped and "stopped" or "went on")
end

local function accepts(...)
  local answer = collectgarbage(...)
  return true, "it returned " .. type(answer)
end

function OPTIONS.restart() return accepts("restart") end
function OPTIONS.generational()
  local fine, saw = accepts("generational")
  collectgarbage("incremental")
  return fine, saw
end
function OPTIONS.incremental() return accepts("incremental") end
function OPTIONS.setpause() return accepts("setpause", 200) end

case("collectgarbage", "Do the options of collectgarbage do what the manual says?",
  SOURCE .. "lib/BaseLib.java", function(chosen)
    return function()
      local accepted, holds, saw = pcall(OPTIONS[chosen.option])
      if not accepted then return found(false, raised(holds), "UNSUPPORTED") end
      return found(holds, saw)
    end
  end, { { "option", { "collect", "count", "step", "stop", "restart", "generational", "incremental", "setpause" } } })

case("number_formatting", "Do numbers keep their digits as text?", LIMITS, function()
  return function()
    local wrong, right = {}, {}
    local function expect(wanted, got)
      if got == wanted then right[#right + 1] = got else wrong[#wrong + 1] = got .. " for " .. wanted end
    end
    expect("0.33333333333333", tostring(1 / 3):sub(1, 16))
    expect("0.33", string.format("%.2f", 1 / 3))
    expect("  3.1", string.format("%5.1f", 3.14159))
    expect("9007199254740992", string.format("%d", 2 ^ 53))
    return found(#wrong == 0, table.concat(#wrong > 0 and wrong or right, ", "))
  end
end)

case("error_locations", "Does an error say the file and the line it was raised at?", COMPILER, function()
  local chunk = load("local x\nx = nil + 1", "@place.lua")
  return function()
    local _, computed = pcall(chunk)
    local where = tostring(computed):match("place%.lua:%d+")
    return found(where == "place.lua:2", "an error at place.lua:2 reads " .. tostring(computed):match("[^\n]*"))
  end
end)

case("xpcall_handlers", "Is the handler of xpcall called?", LIMITS, function()
  return function()
    local called = false
    xpcall(function() error("on purpose") end, function() called = true end)
    return found(called, "the handler was " .. (called and "" or "not ") .. "called", "UNSUPPORTED")
  end
end)

case("suspended_coroutines", "Can the JVM end while a coroutine is suspended?",
  SOURCE .. "LuaThread.java", function()
    local held
    return {
      suspend = function()
        held = coroutine.create(function() coroutine.yield() end)
        coroutine.resume(held)
        return 1
      end,
      resume = function()
        coroutine.resume(held)
        return 1
      end,
    }
  end)

case("exit_of_the_script", "Does os.exit end the script alone, so that the JVM and the interpreter live on?",
  SOURCE .. "lib/OsLib.java", function()
    return { exit = function() os.exit(7) end }
  end)

case("interruption", "Does an endless loop end when the host interrupts it?", SOURCE .. "LuaClosure.java",
  function()
    return {
      endless = function()
        local turns, till = 0, os.time() + 8
        while os.time() < till do turns = turns + 1 end -- not for ever, so that it ends where nothing stops it
        return turns
      end,
    }
  end)

-- The JVM's worker leaves the debug library out; LuaJ has one, which a script can load.
local function debug_library()
  if debug and debug.sethook then return debug end
  if not luajava then return nil end
  luajava.newInstance("org.luaj.vm2.lib.DebugLib")("debug", _G)
  return debug
end

case("count_hooks", "Can a count hook of the debug library end a loop?", SOURCE .. "lib/DebugLib.java",
  function()
    return function()
      local library, fired = debug_library(), false
      if not library then return found(false, "there is no debug library", "UNSUPPORTED") end
      local ended = pcall(load("local sethook, hook = ...; sethook(hook, '', 1000)\nfor i = 1, 1e6 do end"),
        library.sethook, function()
          fired = true
          error("stopped")
        end)
      library.sethook()
      return found(fired and not ended, fired and "it ended a loop of 1,000,000 turns"
        or "it was not called in 1,000,000 turns", "UNSUPPORTED")
    end
  end)

case("large_chunks", "Does a chunk of 6,000 functions load?", COMPILER, function()
  local source = "local made = {}\n" .. ("made[#made + 1] = function() return 1 end\n"):rep(6000) .. "return #made"
  return function()
    local loaded, chunk, message = pcall(load, source, "=large")
    if not loaded or not chunk then
      return found(false, "it does not load: " .. tostring(message or chunk):match("[^\n]*"):sub(1, 200))
    end
    local ran, made = pcall(chunk)
    return found(ran and made == 6000, ran and made .. " functions were made" or raised(made))
  end
end)

bench.main(arg)
