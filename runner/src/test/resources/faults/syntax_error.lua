-- A suite that does not load: the parenthesis of line 4 stays open.
local bench = require "bindbench"

local broken = (1

bench.main(arg)
