package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.CoerceJavaToLua;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;

/** What LuaJ reaches by reflection, without the hand binding. */
class CoercionTest {
  private final Globals globals = JsePlatform.standardGlobals();

  @BeforeEach
  void bind() {
    Map<String, Object> namespaces = new QtforgeLibrary().namespaces();
    namespaces.forEach((name, object) -> globals.set(name, CoerceJavaToLua.coerce(object)));
    run(
        """
        manager = core:create_plugin_manager()
        bus = communication:create_message_bus()
        plugin = manager:create("sensor", 1)
        """);
  }

  @Test
  void aPluginIsCreatedAndCalled() {
    assertThat(run("return plugin:name()").tojstring()).isEqualTo("sensor");
    assertThat(run("return plugin:build()").toint()).isEqualTo(1);
    assertThat(run("return plugin:advance(5)").toint()).isEqualTo(16);
  }

  @Test
  void listsAndMapsAreReachedByTheirJavaMethods() {
    run("manager:load(plugin)");
    assertThat(run("return manager:get_loaded_plugins():get(0)").tojstring()).isEqualTo("sensor");
    assertThat(run("return manager:metadata('sensor'):get('order')").toint()).isEqualTo(1);
    assertThat(run("return bus:topics():size()").toint()).isZero();
  }

  @Test
  void aFunctionSubscribesOnlyThroughAProxy() {
    String subscriber = Subscriber.class.getName();
    assertThat(run("return pcall(bus.subscribe, bus, 't', print)")).isEqualTo(LuaValue.FALSE);
    run(
        """
        local proxy = luajava.createProxy("%s", { receive = function(m) got = m end })
        bus:subscribe("t", proxy)
        """
            .formatted(subscriber));
    assertThat(run("return bus:publish('t', 'm')").toint()).isEqualTo(1);
    assertThat(run("return got").tojstring()).isEqualTo("m");
  }

  @Test
  void aStepIsCalledThroughAProxy() {
    assertThat(
            run("""
                    local step = luajava.createProxy(
                      "java.util.function.LongUnaryOperator",
                      { applyAsLong = function(x) return x * 3 + 1 end })
                    return core:iterate(step, 5, 3)
                    """)
                .tolong())
        .isEqualTo(148);
  }

  @Test
  void anAttachmentComesBackAsTheSameValue() {
    run("owner = { other = plugin } plugin:attach(owner)");
    assertThat(run("return rawequal(plugin:attachment(), owner)")).isEqualTo(LuaValue.TRUE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJavaExceptionIsCaughtAndNamesItsClass(boolean compiled) {
    if (compiled) LuaJC.install(globals);
    assertThat(run("return select(2, pcall(manager.metadata, manager, 'x'))").tojstring())
        .contains("java.util.NoSuchElementException: no plugin called 'x' is loaded");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLuaErrorThatCrossesJavaIsCaughtWithItsMessageInside(boolean compiled) {
    if (compiled) LuaJC.install(globals);
    String caught =
        run("""
                local proxy = luajava.createProxy(
                  "%s", { receive = function(m) error("refused " .. m) end })
                bus:subscribe("t", proxy)
                return select(2, pcall(bus.publish, bus, "t", "m"))
                """
                .formatted(Subscriber.class.getName()))
            .tojstring();
    assertThat(caught).contains("vm error").contains("refused m");
  }

  private LuaValue run(String code) {
    return globals.load(code, "test").call();
  }
}
