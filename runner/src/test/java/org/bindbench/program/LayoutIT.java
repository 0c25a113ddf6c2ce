package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.openjdk.jol.info.ClassLayout;

/**
 * Retained bytes as measured against the layout of the objects, which JOL reads from this JVM: the
 * workers are told to run on the same one, and both heaps are small enough for compressed oops.
 */
class LayoutIT {
  /** The variants of {@code memory_by_shape} and the object each of them makes. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "class", "{ x = 7, y = 2 }",
          "fields4", "{ a = 7, b = 2, c = 3, d = 4 }",
          "fields16",
              "{ a = 7, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8,"
                  + " i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15, p = 16 }");

  @TempDir Path folder;

  @Test
  void aLuaObjectRetainsItsTableItsSlotsAndItsEntries() throws Exception {
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                "--pattern",
                "memory_by_shape*",
                "--level",
                "comprehensive",
                "-e",
                "luaj,luajc",
                "-f",
                "1",
                "--jvm",
                System.getProperty("java.home"))
            .with(0);
    for (Map.Entry<String, String> shape : SHAPES.entrySet()) {
      assertThat(ended.rows())
          .filteredOn(row -> row.path("params").path("variant").asText().equals(shape.getKey()))
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(retained(row).path("value").asDouble())
                      .as("%s of %s", shape.getKey(), row.path("engine").asText())
                      .isCloseTo(layoutBytes(shape.getValue()), within(1.0)));
    }
  }

  @Test
  void aPythonObjectRetainsTheSameInEveryFork() {
    Ended ended =
        RunnerJar.in(folder).run("python", "--pattern", "memory_per_object", "-f", "3").with(0);
    JsonNode bytes = retained(ended.row("memory_per_object"));
    assertThat(bytes.path("forks")).hasSize(3);
    assertThat(bytes.path("max").asDouble())
        .isCloseTo(bytes.path("min").asDouble(), within(1.0))
        .isPositive();
  }

  private static JsonNode retained(JsonNode row) {
    return row.path("metrics").path("retained_bytes");
  }

  /**
   * Bytes of the table, its array of slots, and for every slot its entry and the links that join
   * entries of one slot. Keys, metatable and the empty array part are shared and cost nothing; an
   * entry holds its number itself.
   */
  private static double layoutBytes(String constructor) throws Exception {
    Globals globals = JsePlatform.standardGlobals();
    LuaValue object =
        globals.load("return setmetatable(" + constructor + ", { __index = {} })").call();
    Object[] slots = (Object[]) field(LuaTable.class, "hash").get(object);
    double bytes =
        ClassLayout.parseClass(LuaTable.class).instanceSize()
            + ClassLayout.parseInstance(slots).instanceSize();
    for (Object slot : slots) bytes += slotBytes(slot);
    return bytes;
  }

  private static long slotBytes(Object slot) throws Exception {
    if (slot == null) return 0;
    long bytes = ClassLayout.parseClass(slot.getClass()).instanceSize();
    if (!slot.getClass().getSimpleName().equals("LinkSlot")) return bytes;
    return bytes
        + slotBytes(field(slot.getClass(), "entry").get(slot))
        + slotBytes(field(slot.getClass(), "next").get(slot));
  }

  private static Field field(Class<?> owner, String name) throws Exception {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
