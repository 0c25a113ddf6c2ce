package org.bindbench.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.bindbench.binding.Libraries;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.GuestSource;
import org.bindbench.engine.Library;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.Ticker;
import org.bindbench.wire.Channel;
import org.bindbench.wire.Message;

/** One task of the parent's, from the first message to the last. */
final class Session {
  private final Channel channel;
  private final JvmMeter meter;
  private final Ticker ticker;
  private final List<Library> libraries = Libraries.from(Session.class.getClassLoader());

  Session(Channel channel, JvmMeter meter, Ticker ticker) {
    this.channel = channel;
    this.meter = meter;
    this.ticker = ticker;
  }

  void list(Message.ListSuites task) throws IOException {
    Engine engine = engine(task.engine());
    CapturedOutput output = new CapturedOutput(System.out);
    try (Guest guest = open(engine, task.bundle(), engine.bindingStyles().get(0), output)) {
      for (Path suite : task.suites()) channel.send(listed(guest, suite));
    }
  }

  private static Message listed(Guest guest, Path suite) {
    try {
      List<CaseDeclaration> declarations = guest.load(suite);
      return new Message.Listed(suite, declarations);
    } catch (GuestException e) {
      return new Message.NotListed(suite, String.valueOf(e.getMessage()), e.location(), e.trace());
    }
  }

  void measure(Message.Measure task) throws IOException {
    Engine engine = engine(task.engine());
    Guests guests = new Guests(libraries, opener(engine, task.bundle()), engine.bindingStyles());
    Guest first = guests.any();
    channel.send(
        new Message.Opened(
            first.implementation(),
            first.jit(),
            System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
            meter.collector()));
    Ruler ruler = new Ruler(ticker);
    List<Turns> all = new ArrayList<>();
    for (int i = 0; i < task.trials().size(); i++)
      all.add(
          new Turns(i, task.trials().get(i), task.effort(), guests, channel, meter, ticker, ruler));
    if (task.rotated()) Turns.inRotation(all);
    else for (Turns trial : all) Turns.inRotation(List.of(trial));
  }

  private Guest open(Engine engine, Path bundle, BindingStyle style, CapturedOutput output) {
    return engine.open(new GuestSetup(bundle, libraries, style, meter, output, System.err));
  }

  private Guests.Opener opener(Engine engine, Path bundle) {
    return new Guests.Opener() {
      @Override
      public Guest shared(BindingStyle style, CapturedOutput output) {
        return open(engine, bundle, style, output);
      }

      @Override
      public List<Guest> own(BindingStyle style, CapturedOutput output, int count) {
        List<Library> ownLibraries = Libraries.from(Session.class.getClassLoader());
        OpeningMemory memory = new OpeningMemory(meter);
        List<Guest> guests =
            engine.open(
                new GuestSetup(bundle, ownLibraries, style, memory, output, System.err), count);
        memory.opened();
        return guests;
      }

      @Override
      public FreshGuests fresh(BindingStyle style, CapturedOutput output, EngineSharing sharing) {
        GuestSource source = engine.source(sharing);
        OpeningMemory memory = new OpeningMemory(meter);
        GuestSetup setup =
            new GuestSetup(
                bundle,
                Libraries.from(Session.class.getClassLoader()),
                style,
                memory,
                output,
                System.err);
        return new FreshGuests(
            () -> {
              memory.opening();
              Guest guest = source.open(setup);
              memory.opened();
              return guest;
            },
            source::close);
      }
    };
  }

  private static Engine engine(String id) {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.profile().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no engine is called " + id));
  }
}
