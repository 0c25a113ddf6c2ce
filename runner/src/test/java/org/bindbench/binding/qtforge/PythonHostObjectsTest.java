package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
class PythonHostObjectsTest {
  private static Context context;

  @BeforeAll
  static void open() {
    context = Context.newBuilder("python").allowAllAccess(true).build();
    Value bindings = context.getBindings("python");
    new QtforgeLibrary().namespaces().forEach(bindings::putMember);
  }

  @AfterAll
  static void close() {
    context.close(true);
  }

  @BeforeEach
  void bind() {
    run(
        """
        manager = core.create_plugin_manager()
        bus = communication.create_message_bus()
        plugin = manager.create("sensor", 1)
        """);
  }

  @Test
  void aPluginIsCreatedAndCalled() {
    assertThat(value("[plugin.name(), plugin.build(), plugin.advance(5), plugin.state()]"))
        .isEqualTo("['sensor', 1, 16, 'created']");
  }

  @Test
  void pluginsAreLoadedListedDescribedAndUnloaded() {
    run("manager.load(plugin); manager.load(manager.create('camera', 2))");
    assertThat(value("list(manager.get_loaded_plugins())")).isEqualTo("['camera', 'sensor']");
    assertThat(value("[manager.metadata('camera')[k] for k in ('name', 'build', 'order')]"))
        .isEqualTo("['camera', 2, 2]");
    assertThat(value("dict(manager.metadata('camera'))['state']")).isEqualTo("'loaded'");
    assertThat(value("[manager.unload('sensor'), manager.unload('sensor')]"))
        .isEqualTo("[True, False]");
  }

  @Test
  void wrongArgumentsAreTypeErrors() {
    assertThatThrownBy(() -> run("manager.create('x', 1.5)"))
        .isInstanceOf(PolyglotException.class)
        .hasMessageContaining("TypeError");
    assertThatThrownBy(() -> run("manager.create(None, 1)"))
        .hasMessageContaining("a plugin needs a name");
  }

  @Test
  void functionsSubscribeGetMessagesAndCancel() {
    run("got = []; s = bus.subscribe('t', got.append)");
    assertThat(value("[bus.publish('t', 'hällo'), got, list(bus.topics()), s.active()]"))
        .isEqualTo("[1, ['hällo'], ['t'], True]");
    run("s.cancel()");
    assertThat(value("[bus.publish('t', 'm'), bus.subscriber_count('t')]")).isEqualTo("[0, 0]");
  }

  @Test
  void aWeakSubscriptionLastsAsLongAsItIsHeldAndGoesWithItsOwner() {
    run(
        """
        class Owner:
            def __init__(self):
                self.got = []
                self.subscription = bus.subscribe_weak("t", self.receive)
            def receive(self, message):
                self.got.append(message)
        owner = Owner()
        """);
    System.gc();
    assertThat(value("[bus.publish('t', 'm'), owner.got]")).isEqualTo("[1, ['m']]");
    run("del owner");
    assertThat(collected()).isTrue();
  }

  @Test
  void aFunctionAloneDoesNotKeepItsWeakSubscription() {
    run("def receive(message): pass\nbus.subscribe_weak('t', receive)");
    assertThat(collected()).isTrue();
  }

  @Test
  void anExceptionOfASubscriberReachesThePublisherAsItself() {
    run(
        """
        got = []
        def fail(message):
            raise ValueError("no luck")
        bus.subscribe("t", fail)
        bus.subscribe("t", got.append)
        try:
            bus.publish("t", "m")
        except ValueError as error:
            got.append(str(error))
        """);
    assertThat(value("got")).isEqualTo("['m', 'no luck']");
  }

  @Test
  void aStepGetsWhatItReturnedLastAndItsErrorReachesTheCaller() {
    assertThat(value("core.iterate(lambda x: x * 3 + 1, 5, 3)")).isEqualTo("148");
    run(
        """
        def fail(x):
            raise KeyError(x)
        try:
            core.iterate(fail, 7, 1)
        except KeyError as error:
            got = error.args
        """);
    assertThat(value("got")).isEqualTo("(7,)");
  }

  @Test
  void anAttachmentComesBackAsTheSameObject() {
    run("class Node: pass\nnode = Node(); node.other = plugin; plugin.attach(node)");
    assertThat(value("plugin.attachment() is node")).isEqualTo("True");
    assertThat(value("[plugin.attach(None), plugin.attachment()]")).isEqualTo("[None, None]");
  }

  @Test
  void aJavaExceptionIsCaughtByItsClassAndIsNoExceptionOfPythons() {
    run(
        """
        from java.util import NoSuchElementException
        try:
            try:
                manager.metadata("x")
            except Exception:
                got = "an Exception"
        except NoSuchElementException as error:
            got = error.getMessage()
        """);
    assertThat(value("got")).isEqualTo("\"no plugin called 'x' is loaded\"");
  }

  private static boolean collected() {
    return Threads.holdsAfterCollection(
        () -> context.eval("python", "bus.subscriber_count('t')").asInt() == 0);
  }

  private static String value(String expression) {
    return context.eval("python", "repr(" + expression + ")").asString();
  }

  private static void run(String code) {
    context.eval("python", code);
  }
}
