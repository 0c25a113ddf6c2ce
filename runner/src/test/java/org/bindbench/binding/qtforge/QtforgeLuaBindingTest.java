package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;

class QtforgeLuaBindingTest {
  private final Globals globals = JsePlatform.standardGlobals();

  @BeforeEach
  void bind() {
    globals.set("qtforge", (LuaValue) new QtforgeLibrary().handBinding("luaj").orElseThrow());
    run(
        """
        manager = qtforge.core.create_plugin_manager()
        bus = qtforge.communication.create_message_bus()
        plugin = manager:create("sensor", 1)
        """);
  }

  @Test
  void aPluginIsCreatedAndCalled() {
    assertThat(text("return plugin:name() .. ' ' .. plugin:state()")).isEqualTo("sensor created");
    assertThat(run("return plugin:build()").toint()).isEqualTo(1);
    assertThat(run("return plugin:advance(5)").toint()).isEqualTo(16);
    assertThat(run("return manager:create('x', 2^40):build()").tolong()).isEqualTo(1L << 40);
  }

  @Test
  void loadedPluginsAreALuaArrayAndMetadataALuaTable() {
    run("manager:load(plugin) manager:load(manager:create('camera', 2))");
    assertThat(text("return table.concat(manager:get_loaded_plugins(), ',')"))
        .isEqualTo("camera,sensor");
    assertThat(
            text(
                """
                local m = manager:metadata("camera")
                return m.name .. " " .. m.build .. " " .. m.state .. " " .. m.order
                """))
        .isEqualTo("camera 2 loaded 2");
  }

  @Test
  void unloadSaysWhetherThereWasSomethingToUnload() {
    run("manager:load(plugin)");
    assertThat(run("return manager:unload('sensor')")).isEqualTo(LuaValue.TRUE);
    assertThat(run("return manager:unload('sensor')")).isEqualTo(LuaValue.FALSE);
    assertThat(run("return #manager:get_loaded_plugins()").toint()).isZero();
  }

  @Test
  void functionsSubscribeGetMessagesAndCancel() {
    run("got = {} s = bus:subscribe('t', function(m) got[#got + 1] = m end)");
    assertThat(run("return bus:publish('t', 'hällo')").toint()).isEqualTo(1);
    assertThat(text("return got[1] .. bus:topics()[1] .. bus:subscriber_count('t') .. s:topic()"))
        .isEqualTo("hällot1t");
    assertThat(run("s:cancel() return bus:publish('t', 'm')").toint()).isZero();
    assertThat(run("return s:active()")).isEqualTo(LuaValue.FALSE);
  }

  @Test
  void aWeakSubscriptionLastsAsLongAsTheFunctionItself() {
    run("function receive(m) got = m end bus:subscribe_weak('t', receive)");
    System.gc();
    assertThat(run("return bus:publish('t', 'm')").toint()).isEqualTo(1);
    run("receive = nil");
    assertThat(collected("t")).isTrue();
  }

  @Test
  void aWeakSubscriptionThatIsHeldKeepsItsFunction() {
    run("do s = bus:subscribe_weak('t', function() end) end");
    System.gc();
    assertThat(run("return bus:publish('t', 'm')").toint()).isEqualTo(1);
    run("s = nil");
    assertThat(collected("t")).isTrue();
  }

  @Test
  void anErrorOfASubscriberReachesThePublisherAfterTheOthersGotTheMessage() {
    run("bus:subscribe('t', function() error('no luck') end)");
    run("bus:subscribe('t', function(m) got = m end)");
    assertThatThrownBy(() -> run("bus:publish('t', 'm')"))
        .isInstanceOf(LuaError.class)
        .hasMessageContaining("no luck");
    assertThat(text("return got")).isEqualTo("m");
  }

  @Test
  void aStepGetsWhatItReturnedLast() {
    assertThat(run("return qtforge.core.iterate(function(x) return x * 3 + 1 end, 5, 3)").toint())
        .isEqualTo(148);
    assertThat(run("return qtforge.core.iterate(function(x) return x * 2 end, 1, 40)").tolong())
        .isEqualTo(1L << 40);
  }

  @Test
  void anAttachmentComesBackAsTheSameValue() {
    run("owner = { other = plugin } plugin:attach(owner)");
    assertThat(run("return rawequal(plugin:attachment(), owner)")).isEqualTo(LuaValue.TRUE);
    assertThat(run("plugin:attach(nil) return plugin:attachment()")).isEqualTo(LuaValue.NIL);
  }

  @Test
  void aPluginWithoutAttachmentHasNil() {
    assertThat(run("return plugin:attachment()")).isEqualTo(LuaValue.NIL);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anErrorRaisedUnderJavaIsCaughtOutsideWithItsMessage(boolean compiled) {
    if (compiled) LuaJC.install(globals);
    run("bus:subscribe('t', function(m) error('refused ' .. m) end)");
    assertThat(text("return select(2, pcall(bus.publish, bus, 't', 'm'))")).contains("refused m");
    assertThat(
            text(
                """
                return select(2, pcall(qtforge.core.iterate, function() error("no luck") end, 0, 1))
                """))
        .contains("no luck");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          manager:create(nil, 1)        | bad argument #1 to 'create' (string expected, got nil)
          manager:create('x')           | bad argument #2 to 'create' (number expected, got nil)
          manager:create('x', 1.5)      | bad argument #2 to 'create' (number has no integer representation)
          manager:create('x', 1/0)      | bad argument #2 to 'create' (number has no integer representation)
          manager:create('', 1)         | a plugin needs a name that is not empty
          manager.create('x', 1)        | calling 'create' on bad self (plugin manager expected, got string)
          manager:load({})              | bad argument #1 to 'load' (plugin expected, got table)
          manager:load(bus)             | bad argument #1 to 'load' (plugin expected, got userdata)
          manager:unload(true)          | bad argument #1 to 'unload' (string expected, got boolean)
          manager:metadata('x')         | no plugin called 'x' is loaded
          manager.metadata()            | calling 'metadata' on bad self (plugin manager expected, got nil)
          plugin:advance('five')        | bad argument #1 to 'advance' (number expected, got string)
          plugin.attach(5)              | calling 'attach' on bad self (plugin expected, got number)
          qtforge.core.iterate('f')     | bad argument #1 to 'iterate' (function expected, got string)
          qtforge.core.iterate(print)   | bad argument #2 to 'iterate' (number expected, got nil)
          qtforge.core.iterate(print, 0, -1) | a simulation cannot run -1 times
          qtforge.core.iterate(type, 0, 1) | the step of 'iterate' must return a whole number, got string
          plugin.advance(5)             | calling 'advance' on bad self (plugin expected, got number)
          bus:subscribe('t', 'f')       | bad argument #2 to 'subscribe' (function expected, got string)
          bus:subscribe(nil, 'f')       | bad argument #1 to 'subscribe' (string expected, got nil)
          bus:subscribe_weak('t')       | bad argument #2 to 'subscribe_weak' (function expected, got nil)
          bus:publish('t', {})          | bad argument #2 to 'publish' (string expected, got table)
          bus.publish('t', 'm')         | calling 'publish' on bad self (message bus expected, got string)
          """)
  void wrongArgumentsAreClearLuaErrors(String call, String message) {
    assertThatThrownBy(() -> run(call))
        .isInstanceOf(LuaError.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("vm error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'7'", "7", "7.0"})
  void numeralsPassForNumbersAsInLua(String build) {
    assertThat(run("return manager:create('x', " + build + "):build()").toint()).isEqualTo(7);
  }

  @Test
  void scriptsCannotReachTheSharedMetatable() {
    assertThat(text("return getmetatable(plugin)")).isEqualTo("a plugin of qtforge");
  }

  @Test
  void codeCompiledToBytecodeGetsTheSameErrors() {
    LuaJC.install(globals);
    assertThat(run("return plugin:advance(5)").toint()).isEqualTo(16);
    assertThat(text("return select(2, pcall(manager.metadata, manager, 'x'))"))
        .contains("no plugin called 'x' is loaded");
  }

  private boolean collected(String topic) {
    return Threads.holdsAfterCollection(
        () -> run("return bus:subscriber_count('" + topic + "')").toint() == 0);
  }

  private String text(String code) {
    return run(code).tojstring();
  }

  private LuaValue run(String code) {
    return globals.load(code, "test").call();
  }
}
