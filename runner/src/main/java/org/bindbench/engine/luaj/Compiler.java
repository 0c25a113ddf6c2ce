package org.bindbench.engine.luaj;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.luajc.LuaJC;
import org.luaj.vm2.luajc.ProtoInfo;

/**
 * LuaJC, with a memory of what it compiled: its classes keep neither the names of upvalues nor the
 * lines of functions.
 */
final class Compiler implements Globals.Loader {
  /** A chunk's classes have a loader of their own, and go when nothing of the chunk is left. */
  private final Map<ClassLoader, Prototype> chunks = new WeakHashMap<>();

  @Override
  public LuaFunction load(Prototype prototype, String chunkname, LuaValue environment)
      throws IOException {
    LuaFunction chunk = LuaJC.instance.load(prototype, chunkname, environment);
    chunks.put(chunk.getClass().getClassLoader(), prototype);
    return chunk;
  }

  /** What a compiled function was made of; empty for other functions. */
  Optional<Prototype> prototype(LuaFunction function) {
    Class<?> type = function.getClass();
    Prototype chunk = chunks.get(type.getClassLoader());
    if (chunk == null) return Optional.empty();
    // LuaJC names the class of an inner function after its chunk's, behind a dollar sign.
    String name = type.getName();
    int dollar = name.indexOf('$');
    String outermost = dollar < 0 ? name : name.substring(0, dollar);
    return find(new ProtoInfo(chunk, outermost), name);
  }

  private static Optional<Prototype> find(ProtoInfo info, String name) {
    if (info.name.equals(name)) return Optional.of(info.prototype);
    if (info.subprotos != null)
      for (ProtoInfo inner : info.subprotos) {
        Optional<Prototype> found = find(inner, name);
        if (found.isPresent()) return found;
      }
    return Optional.empty();
  }
}
