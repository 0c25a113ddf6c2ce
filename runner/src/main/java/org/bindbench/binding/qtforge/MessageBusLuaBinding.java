package org.bindbench.binding.qtforge;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.ThreeArgFunction;

/**
 * The message bus for LuaJ. Subscribers are Lua functions, called on the publisher's thread: a bus
 * with Lua subscribers belongs to the one thread that may run their globals. Weak subscriptions
 * hold the Lua function itself weakly.
 */
final class MessageBusLuaBinding {
  private MessageBusLuaBinding() {}

  static LuaMethods methods() {
    LuaMethods subscriptions = subscriptions();
    return new LuaMethods("message bus")
        .fast("publish", new Publish())
        .seldom(
            "subscribe",
            MessageBus.class,
            (bus, arguments) -> {
              String topic = topic(arguments, "subscribe");
              LuaFunction subscriber = subscriber(arguments, "subscribe");
              return subscriptions.wrap(
                  bus.subscribe(topic, message -> deliver(subscriber, message)));
            })
        .seldom(
            "subscribe_weak",
            MessageBus.class,
            (bus, arguments) ->
                subscriptions.wrap(
                    bus.subscribeWeakly(
                        topic(arguments, "subscribe_weak"),
                        subscriber(arguments, "subscribe_weak"),
                        MessageBusLuaBinding::deliver)))
        .seldom("topics", MessageBus.class, (bus, arguments) -> LuaMethods.array(bus.topics()))
        .seldom(
            "subscriber_count",
            MessageBus.class,
            (bus, arguments) ->
                LuaValue.valueOf(bus.subscriber_count(topic(arguments, "subscriber_count"))));
  }

  private static LuaMethods subscriptions() {
    return new LuaMethods("subscription")
        .seldom(
            "cancel",
            Subscription.class,
            (subscription, arguments) -> {
              subscription.cancel();
              return LuaValue.NONE;
            })
        .seldom(
            "active",
            Subscription.class,
            (subscription, arguments) -> LuaValue.valueOf(subscription.active()))
        .seldom(
            "topic",
            Subscription.class,
            (subscription, arguments) -> LuaValue.valueOf(subscription.topic()));
  }

  private static String topic(Varargs arguments, String method) {
    return LuaArguments.text(arguments.arg1(), 1, method);
  }

  private static LuaFunction subscriber(Varargs arguments, String method) {
    return LuaArguments.function(arguments.arg(2), 2, method);
  }

  private static void deliver(LuaFunction subscriber, String message) {
    subscriber.call(LuaValue.valueOf(message));
  }

  private static final class Publish extends ThreeArgFunction {
    @Override
    public LuaValue call(LuaValue self, LuaValue topic, LuaValue message) {
      if (!(self.touserdata() instanceof MessageBus bus)) {
        throw LuaArguments.badSelf(self, "publish", "message bus");
      }
      return LuaValue.valueOf(
          bus.publish(
              LuaArguments.text(topic, 1, "publish"), LuaArguments.text(message, 2, "publish")));
    }
  }
}
