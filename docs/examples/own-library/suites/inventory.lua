-- Parcels of the Java library `inventory`, and the same in plain Lua. `inventory.py` asks the same.
local bench = require "bindbench"

local PLENTY = 2 ^ 50 -- more pieces than any run packs

local function full_warehouse()
  local warehouse = bench.bound("inventory").warehouses.open()
  warehouse:receive("bolts", PLENTY)
  return warehouse
end

bench.case("own_parcel_creation", "rate", {
  unit = "objects",
  allocates = 16,
  question = "How many parcels of the script's own can it make in a second, when it keeps the last 256?",
}, function()
  local ring = {}
  return function(n)
    for i = 0, n - 1 do ring[i % 256 + 1] = { article = "bolts", pieces = 1 + i % 9 } end
    return ring[(n - 1) % 256 + 1].pieces
  end
end)

bench.case("parcel_creation", "rate", {
  unit = "objects",
  library = "inventory",
  allocates = 16,
  question = "How many parcels can a script have packed in a second, when it keeps the last 256?",
}, function()
  local warehouse, ring = full_warehouse(), {}
  return function(n)
    for i = 0, n - 1 do ring[i % 256 + 1] = warehouse:pack("bolts", 1 + i % 9) end
    return ring[(n - 1) % 256 + 1]:pieces()
  end
end)

bench.case("memory_per_parcel", "retained", {
  unit = "objects",
  library = "inventory",
  question = "How many bytes does a parcel keep while a script holds it, and are they given back?",
}, function()
  local warehouse = full_warehouse()
  local function fill(n, make)
    local kept = {}
    for i = 1, n do kept[i] = make() end
    return kept
  end
  return {
    run = function(n) return fill(n, function() return warehouse:pack("bolts", 1) end) end,
    empty = function(n) return fill(n, function() return true end) end,
  }
end)

bench.main(arg)
