-- Declares cases for Bindbench, and measures them with nothing but this interpreter.
--
-- A suite is a file of calls to bench.case, each with a set-up function. A set-up returns run, or a
-- table of named hooks with run among them; run(n) performs n operations in a loop of its own. The
-- Java host calls load and prepare and measures from outside. A suite ends in bench.main(arg), which
-- prints a row per case when the file is run directly, and does nothing otherwise.
--
-- Runs on Lua 5.1 to 5.4, LuaJIT and LuaJ, and needs neither io nor os before main measures.

local bench = {}

local OPTIONS = { -- with their defaults, whose types are theirs
  unit = "", tags = {}, variants = {}, params = {}, library = "", allocates = 0, question = "",
  guests = 1, grows = "n", reference = "",
}
local GROWS = { "1", "log n", "n", "n log n", "n^2" }
local suites = {} -- loaded ones by the name of the file without extension
local direct = { file = arg and arg[0], cases = {} }
local current = direct -- the suite that bench.case adds to; another than direct while one is loaded

-- file:line of the function at a stack level, and the line; LuaJ's compiler keeps no lines: 0.
local function place(level)
  local info = debug and debug.getinfo and debug.getinfo(level + 1, "Sl")
  local line = info and info.currentline or 0
  if line < 1 then return current.file or "?", 0 end
  return (current.file or info.short_src) .. ":" .. line, line
end

-- 256 and 256.0 are the same text in every Lua.
local function text(value)
  if type(value) == "number" and value % 1 == 0 then return string.format("%d", value) end
  return tostring(value)
end

local function texts(values)
  local list = {}
  for i, value in ipairs(values) do list[i] = text(value) end
  return list
end

-- Declares a case. The options, all optional: unit; tags, an array; params, an array of { name,
-- { value, ... } } to sweep; variants, an array swept as the param "variant"; library, what the case
-- is bound to; allocates, the fewest bytes an operation must allocate to have happened; question,
-- what the case answers; guests, how many interpreters run it at once; grows, how fast its cost may
-- grow with n; reference, the address of what is known of a facility that is not supported.
-- setup gets one table with the chosen value of every param by name.
function bench.case(name, protocol, options, setup)
  local where, line = place(2)
  local function check(holds, message)
    if not holds then error(where .. ": case " .. tostring(name) .. ": " .. message, 0) end
  end
  check(type(name) == "string" and type(protocol) == "string", "name and protocol must be strings")
  check(type(options) == "table", "options must be a table, but is a " .. type(options))
  check(type(setup) == "function", "set-up must be a function, but is a " .. type(setup))
  local case = { name = name, protocol = protocol, line = line, where = where, setup = setup }
  for option, default in pairs(OPTIONS) do
    case[option] = options[option] == nil and default or options[option]
  end
  for option, given in pairs(options) do
    check(OPTIONS[option] ~= nil, "unknown argument " .. tostring(option))
    check(type(given) == type(OPTIONS[option]), option .. " must be a " .. type(OPTIONS[option]))
  end
  check(case.guests % 1 == 0 and case.guests >= 1,
    "guests must be a whole number from 1, but is " .. text(case.guests))
  local grows = {}
  for _, growth in ipairs(GROWS) do grows[growth] = true end
  check(grows[case.grows], "grows must be one of " .. table.concat(GROWS, ", ") .. ", but is " .. case.grows)
  case.swept, case.params = {}, {}
  if #case.variants > 0 then case.swept[1] = { "variant", case.variants } end
  for _, param in ipairs(options.params or {}) do case.swept[#case.swept + 1] = param end
  for i, param in ipairs(case.swept) do
    check(type(param) == "table" and type(param[2]) == "table", "params must be { name, { value, ... } }")
    case.params[i] = { param[1], texts(param[2]) }
    local seen = {}
    for _, value in ipairs(case.params[i][2]) do
      check(not seen[value], param[1] .. " has " .. value .. " twice")
      seen[value] = true
    end
    check(next(seen), param[1] .. " needs values")
  end
  for _, other in ipairs(current.cases) do
    check(other.name ~= name, "the case at " .. other.where .. " has the same name")
  end
  current.cases[#current.cases + 1] = case
end

-- Returns the Java library of that name: a loaded module, a global table, or what require finds.
function bench.bound(name)
  local global = rawget(_G, name)
  local library = package.loaded[name] or type(global) == "table" and global
  if library then return library end
  local found, module = pcall(require, name)
  if found then return module end
  error("bindings not available: " .. name .. " comes from the JVM and cannot be loaded here; "
    .. "run the file with: java -jar runner.jar lua FILE", 0)
end

-- Executes a suite and returns an array of its cases in the order of the file: name, protocol, unit,
-- tags, params as { { name, { text, ... } }, ... }, library, allocates, question, guests, grows, line.
function bench.load(path)
  local folder, file = path:match("^(.-)([^/\\]*)$")
  local siblings = folder .. "?.lua;"
  if package.path:sub(1, #siblings) ~= siblings then package.path = siblings .. package.path end
  local chunk, message = loadfile(path)
  if not chunk then error(message, 0) end
  local loaded, stem = { file = path, cases = {} }, file:gsub("%.[^.]*$", "")
  current = loaded
  chunk(stem) -- unprotected, so that an error keeps its place; main stays inert after one
  current = direct
  suites[stem] = loaded
  return loaded.cases
end

local function hooks(case, chosen)
  local values = {}
  for i, param in ipairs(case.params) do
    local name, known = param[1], false
    for j, value in ipairs(param[2]) do
      if value == chosen[name] then values[name], known = case.swept[i][2][j], true end
    end
    if not known then
      error(case.where .. ": case " .. case.name .. ": " .. name .. " is " .. tostring(chosen[name])
        .. ", but must be one of " .. table.concat(param[2], ", "), 0)
    end
  end
  local made = case.setup(values)
  local probes = case.protocol == "capability"
  if type(made) ~= "table" then made = { [probes and "probe" or "run"] = made } end
  for hook, value in pairs(made.run == nil and not probes and { run = "nil" } or made) do
    if type(value) ~= "function" then
      error(case.where .. ": case " .. case.name .. ": " .. hook .. " must be a function, but is "
        .. tostring(value), 0)
    end
  end
  return made
end

-- Runs the set-up of a loaded suite's case; chosen is an array with a { param, text } for every
-- param. Returns the table of hooks.
function bench.prepare(suite, name, chosen)
  local values = {}
  for _, pair in ipairs(chosen) do values[pair[1]] = pair[2] end
  for _, case in ipairs(suites[suite].cases) do
    if case.name == name then return hooks(case, values) end
  end
  error("suite " .. suite .. " has no case " .. name, 0)
end

local function wrong(reason) return { status = "WRONG_ANSWER", reason = reason } end

local measures = {}

function measures.rate(made, seconds)
  local run, clock, row = made.run, os.clock, { operations = {}, nanos = {}, warm_up = 0 }
  row.answer = run(1000)
  if type(row.answer) ~= "number" or row.answer % 1 ~= 0 or math.abs(row.answer) >= 2 ^ 53 then
    return wrong("run(1000) returned " .. tostring(row.answer) .. ", not a whole number below 2^53")
  end
  local function timed(n)
    local start = clock()
    run(n)
    return clock() - start
  end
  local n, taken = 1000, timed(1000)
  while taken < 0.0125 do -- calibration: long enough to scale from
    n = math.floor(n * math.min(4, math.max(2, 0.025 / math.max(taken, 1e-9))))
    if n > 2 ^ 40 then return { status = "ELIMINATED", reason = "run(n) takes no longer for a larger n" } end
    taken = timed(n)
  end
  n = math.max(1, math.floor(n * 0.025 / taken))
  local elapsed, count = 0, 0
  while elapsed < seconds * 1.5 or count <= row.warm_up do
    taken = timed(n)
    count = count + 1
    row.operations[count], row.nanos[count] = n, math.floor(taken * 1e9 + 0.5)
    if elapsed < seconds * 0.5 then row.warm_up = count end
    elapsed = elapsed + taken
  end
  if run(1000) ~= row.answer then
    return wrong("run(1000) returned " .. text(row.answer) .. ", and after the measurement another answer")
  end
  return row
end

local function live_bytes()
  collectgarbage()
  collectgarbage()
  return collectgarbage("count") * 1024
end

local function grown_and_freed(make, n)
  local before = live_bytes()
  local kept = make(n)
  local full = live_bytes()
  if kept then kept = nil end -- asked for, so that no compiler lets go of it earlier
  return full - before, full - live_bytes()
end

function measures.retained(made)
  local n, container, grown, freed = 100000, 0, 0, 0
  for _ = 1, 2 do -- the first round also pays for what is made once
    if made.empty then container = grown_and_freed(made.empty, n) end
    grown, freed = grown_and_freed(made.run, n)
  end
  return { retained_bytes = (grown - container) / n, cleanup_efficiency = 100 * freed / grown }
end

function measures.weakref(made)
  local n = 10000
  if not made.alive then return { status = "UNSUPPORTED", reason = "the case has no hook alive" } end
  local owners = made.run(n)
  local alive = made.alive()
  if not owners or alive ~= n then -- asked only now, so that no compiler lets go of owners earlier
    return wrong(alive .. " of " .. n .. " were alive while all were held")
  end
  owners = nil
  collectgarbage()
  return { cleared = 100 * (n - made.alive()) / n, called = made.called and 100 * made.called() / n }
end

function measures.capability(made)
  if not made.probe then
    return { status = "UNSUPPORTED", reason = "the host judges it: java -jar runner.jar capabilities" }
  end
  return { capability = made.probe() }
end

local function measured(case, chosen, seconds)
  local measure = measures[case.protocol]
  if not measure then
    return { status = "UNSUPPORTED", reason = case.protocol .. " is measured by runner.jar alone" }
  end
  local fine, row = pcall(function() return measure(hooks(case, chosen), seconds) end)
  if fine then
    row.status = row.status or "COMPLETED"
    return row
  end
  local reason = tostring(row)
  local skipped = reason:find("bindings not available", 1, true) == 1
  return { status = skipped and "SKIPPED" or "SCRIPT_FAILED", reason = reason }
end

local FIELDS = { "case", "protocol", "unit", "status", "reason", "answer", "operations", "nanos", "warm_up",
  "retained_bytes", "cleanup_efficiency", "cleared", "called",
  "capability" }

local function json(value)
  if type(value) == "number" then
    return value - value == 0 and string.format("%.17g", value) or "null"
  elseif type(value) == "string" then
    return '"' .. value:gsub('[%c"\\]', function(c) return string.format("\\u%04x", c:byte()) end) .. '"'
  end
  local items = {}
  for i, item in ipairs(value) do items[i] = json(item) end
  return "[" .. table.concat(items, ", ") .. "]"
end

local function json_row(row)
  local items = {}
  for _, field in ipairs(FIELDS) do
    if row[field] then items[#items + 1] = json(field) .. ": " .. json(row[field]) end
  end
  return "{" .. table.concat(items, ", ") .. "}"
end

-- The row's figures as people read them; a rate is the median of its measured calls.
local function sentence(row)
  if row.status ~= "COMPLETED" then
    return row.status .. "  " .. row.reason
  elseif row.protocol == "retained" then
    return string.format("%.1f bytes/object   %.1f %% freed", row.retained_bytes, row.cleanup_efficiency)
  elseif row.protocol == "weakref" then
    local called = row.called and string.format("   %.1f %% called", row.called) or ""
    return string.format("%.1f %% cleared", row.cleared) .. called
  elseif row.protocol == "capability" then
    return row.capability
  end
  local rates = {}
  for i = row.warm_up + 1, #row.nanos do rates[#rates + 1] = 1e9 * row.operations[i] / row.nanos[i] end
  table.sort(rates)
  local rate = (rates[math.floor(#rates / 2 + 0.5)] + rates[math.floor(#rates / 2) + 1]) / 2
  local scale, prefix = 1, ""
  if rate >= 1e6 then scale, prefix = 1e6, "M " elseif rate >= 1e3 then scale, prefix = 1e3, "k " end
  return string.format("%.2f %s%s/s", rate / scale, prefix, row.unit)
end

-- Every combination of values as a table by name, the last param varying fastest.
local function combinations(case)
  local list = { {} }
  for _, param in ipairs(case.params) do
    local grown = {}
    for _, chosen in ipairs(list) do
      for _, value in ipairs(param[2]) do
        local longer = { [param[1]] = value }
        for name, other in pairs(chosen) do longer[name] = other end
        grown[#grown + 1] = longer
      end
    end
    list = grown
  end
  return list
end

local function title_of(case, chosen)
  local swept = {}
  for name, value in pairs(chosen) do swept[#swept + 1] = name .. "=" .. value end
  table.sort(swept)
  return case.name .. (#swept > 0 and "[" .. table.concat(swept, ",") .. "]" or "")
end

local function usage(message)
  io.stderr:write(message, "\nusage: lua FILE [--case NAME]... [--seconds S] [--rows]\n")
  os.exit(2)
end

local function parsed(words)
  local options, i = { globs = {}, seconds = 1 }, 1
  while words[i] do
    local word, value = words[i], words[i + 1]
    if word == "--rows" then
      options.rows, i = true, i + 1
    elseif word == "--case" and value then
      options.globs[#options.globs + 1], i = value, i + 2
    elseif word == "--seconds" and tonumber(value) then
      options.seconds, i = tonumber(value), i + 2
    else
      usage("cannot make sense of " .. word)
    end
  end
  if #options.globs == 0 then options.globs[1] = "*" end
  return options
end

local function matches(name, title, globs)
  for _, glob in ipairs(globs) do
    local pattern = glob:gsub("%W", "%%%0"):gsub("%%%*", ".*"):gsub("%%%?", ".")
    if title == glob or name:match("^" .. pattern .. "$") then return true end
  end
  return false
end

-- Measures the cases of the file that Lua was started with; inert while bench.load loads a file.
-- words are the command's words: --case NAME (a glob, repeatable) selects; --seconds S warms a rate up
-- for S/2 and measures it for S; --rows prints one JSON object a line: case, protocol, unit, status
-- (COMPLETED, or SCRIPT_FAILED, WRONG_ANSWER, ELIMINATED, SKIPPED, UNSUPPORTED with a reason), and if COMPLETED
--
-- rate      answer of run(1000); operations and nanos, an entry for each timed call of run, calibrated
--           to 25 ms; warm_up, how many calls at the front are warm-up. The clock is os.clock, the only
--           one below a second in every Lua: CPU time, not wall time.
-- retained  retained_bytes per object by collectgarbage("count"), less the container where the case
--           has the hook empty; cleanup_efficiency, the % of it freed once dropped
-- weakref   cleared, the % of objects cleared by one collection; called, the % of callbacks called,
--           only where the case has that hook
-- capability  capability, the verdict and what the hook probe saw
--
-- The collector stays on throughout. The exit status is 3 where a case failed.
function bench.main(words)
  if current ~= direct then return end
  local options, rows, width, failed = parsed(words or {}), {}, 0, false
  for _, case in ipairs(direct.cases) do
    for _, chosen in ipairs(combinations(case)) do
      local title = title_of(case, chosen)
      if matches(case.name, title, options.globs) then
        rows[#rows + 1] = { case = case, chosen = chosen, title = title }
        width = math.max(width, #title)
      end
    end
  end
  if #rows == 0 then usage("no case of this file is called " .. table.concat(options.globs, " or ")) end
  for _, each in ipairs(rows) do
    local row = measured(each.case, each.chosen, options.seconds)
    row.case, row.protocol, row.unit = each.title, each.case.protocol, each.case.unit
    failed = failed or row.status == "SCRIPT_FAILED" or row.status == "WRONG_ANSWER"
    local padding = (" "):rep(width - #each.title + 3)
    print(options.rows and json_row(row) or each.title .. padding .. sentence(row))
    io.stdout:flush()
  end
  if failed then os.exit(3) end
end

return bench
