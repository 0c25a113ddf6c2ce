package org.bindbench.engine.luaj;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.bindbench.engine.Library;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;
import org.luaj.vm2.lib.jse.CoerceJavaToLua;

/**
 * A library as LuaJ's coercion gives it: what namespaces return are Java objects whose methods are
 * found by reflection. The namespaces themselves are tables, so that scripts call {@code
 * qtforge.core.create_plugin_manager()} in both styles.
 */
final class CoercedLibrary {
  private CoercedLibrary() {}

  static LuaTable of(Library library) {
    LuaTable table = new LuaTable();
    library.namespaces().forEach((name, object) -> table.set(name, namespace(object)));
    return table;
  }

  private static LuaTable namespace(Object object) {
    LuaValue self = CoerceJavaToLua.coerce(object);
    LuaTable functions = new LuaTable();
    for (Method method : object.getClass().getMethods()) {
      if (method.getDeclaringClass() == Object.class || Modifier.isStatic(method.getModifiers()))
        continue;
      LuaValue unbound = self.get(method.getName());
      functions.set(
          method.getName(),
          new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs args) {
              return unbound.invoke(LuaValue.varargsOf(self, args));
            }
          });
    }
    return functions;
  }
}
