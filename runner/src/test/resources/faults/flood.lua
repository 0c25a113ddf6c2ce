-- A plain script that prints one GiB.
local chunk = ("x"):rep(2 ^ 20)
for _ = 1, 1024 do io.write(chunk) end
