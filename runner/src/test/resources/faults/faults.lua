-- A case for every way in which a script can take its measurement down, among healthy ones.
local bench = require "bindbench"

local function case(name, setup) bench.case(name, "rate", { unit = "turns" }, setup) end

-- LuaJ splits a command at blanks and starts no shell: the shell puts the blanks in.
local function shell(script) os.execute("sh -c " .. script:gsub(" ", "${IFS}")) end

local function java(class) return luajava.bindClass(class) end

-- A signal may arrive after the shell has ended: there is nothing to return to.
local function signal(name)
  shell("kill -" .. name .. " $PPID")
  while true do end
end

local function count(n)
  local total = 0
  for i = 0, n - 1 do total = i - total end
  return total
end

case("healthy", function() return count end)

case("halt_137", function()
  return function() java("java.lang.Runtime"):getRuntime():halt(137) end
end)

case("halt_0", function()
  return function() java("java.lang.Runtime"):getRuntime():halt(0) end
end)

case("killed", function()
  return function() signal("KILL") end
end)

case("segmentation_fault", function()
  return function() signal("SEGV") end
end)

case("heap_filled", function()
  return function()
    local kept, line = {}, ("x"):rep(2 ^ 12)
    for i = 1, 100 do kept[i] = line:rep(2 ^ 15) end
    return #kept
  end
end)

case("deep_recursion", function()
  local function deeper(n) return 1 + deeper(n + 1) end
  return deeper
end)

case("endless_loop", function()
  return function() while true do end end
end)

case("endless_sleep", function()
  return function() java("java.lang.Thread"):sleep(600000) end
end)

case("pattern_blow_up", function()
  return function() return #(("a"):rep(40):match(("a?"):rep(40) .. ("a"):rep(40))) end
end)

-- The shell is this process's child; what it starts in the background is a grandchild.
case("waits_for_a_child", function()
  return function() shell("sleep 600 & echo $! $$ >child.pids;wait") end
end)

local FAKES = {
  '{"is":"Done"}', '{"is":"Ended","trial":0,"outcome":{"is":"Incomplete","reason":"forged"}}',
  '\0\0\0\13{"is":"Done"}', "\255\255\255\255", "::error::forged", "::set-output name=forged::yes", "\27[2J\27]0;forged\7",
}

-- Once, for what a call costs beside its n turns would show as work that does not grow with n.
case("fake_messages", function()
  local printed = false
  return function(n)
    if not printed then
      for _, fake in ipairs(FAKES) do
        print(fake)
        io.stderr:write(fake, "\n")
      end
    end
    printed = true
    return count(n)
  end
end)

case("suspended_coroutine", function()
  coroutine.wrap(function() coroutine.yield(1) end)()
  return count
end)

case("ends_itself", function()
  return function() os.exit(0) end
end)

case("raises", function()
  return function() error("planted") end
end)

case("set_up_raises", function() error("planted in set-up") end)

bench.main(arg)
