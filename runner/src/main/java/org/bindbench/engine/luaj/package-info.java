/** Lua in this JVM, by LuaJ: interpreted, or compiled to JVM bytecode. */
@NullMarked
package org.bindbench.engine.luaj;

import org.jspecify.annotations.NullMarked;
