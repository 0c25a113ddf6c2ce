package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.bindbench.engine.Library;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

class QtforgeLibraryTest {
  private final Library library = new QtforgeLibrary();

  @Test
  void namespacesAreFreshForEveryGuest() {
    assertThat(library.namespaces()).containsOnlyKeys("core", "communication");
    assertThat(library.namespaces().get("core")).isNotSameAs(library.namespaces().get("core"));
  }

  @Test
  void thereIsAFreshHandBindingForLuajAndNoneForOthers() {
    Optional<Object> binding = library.handBinding("luaj");
    assertThat(binding).containsInstanceOf(LuaTable.class);
    assertThat(library.handBinding("luaj").orElseThrow()).isNotSameAs(binding.orElseThrow());
    assertThat(library.handBinding("graalpy")).isEmpty();
  }

  @Test
  void whatIsSharedByNameIsTheSameForEveryGuestOfALibraryAndNoOther() {
    assertThat(bus(library, "a")).isSameAs(bus(library, "a")).isNotSameAs(bus(library, "b"));
    assertThat(bus(new QtforgeLibrary(), "a")).isNotSameAs(bus(library, "a"));
    assertThat(manager(library)).isSameAs(manager(library));
    assertThat(manager(new QtforgeLibrary())).isNotSameAs(manager(library));
  }

  @Test
  void luaSharesWithTheOthersWhatItAsksForByName() {
    LuaTable lua = (LuaTable) library.handBinding("luaj").orElseThrow();
    LuaValue name = LuaValue.valueOf("a");
    assertThat(lua.get("communication").get("shared_message_bus").call(name).touserdata())
        .isSameAs(bus(library, "a"));
    assertThat(lua.get("core").get("shared_plugin_manager").call(name).touserdata())
        .isSameAs(manager(library));
  }

  private static MessageBus bus(Library library, String name) {
    return namespace(library, "communication", Communication.class).shared_message_bus(name);
  }

  private static PluginManager manager(Library library) {
    return namespace(library, "core", Core.class).shared_plugin_manager("a");
  }

  private static <T> T namespace(Library library, String name, Class<T> type) {
    return Objects.requireNonNull(type.cast(library.namespaces().get(name)), name);
  }

  @Test
  void luajIsNotLinkedBeforeTheHandBindingIsAskedFor() throws Exception {
    Class<?> isolated = new WithoutLuaj().loadClass(QtforgeLibrary.class.getName());
    Library other = (Library) isolated.getConstructor().newInstance();
    assertThat(isolated).isNotSameAs(QtforgeLibrary.class);
    assertThat(other.namespaces()).hasSize(2);
    assertThat(other.handBinding("graalpy")).isEmpty();
  }

  /** Defines the library's own classes anew and knows no LuaJ. */
  private static final class WithoutLuaj extends ClassLoader {
    WithoutLuaj() {
      super(QtforgeLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.luaj.")) throw new ClassNotFoundException(name);
      if (!name.startsWith(QtforgeLibrary.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
