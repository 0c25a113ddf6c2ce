package org.bindbench.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bindbench.launch.WorkerProcess.Event;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.wire.ListingStore;
import org.bindbench.wire.Message;

/** Asks a worker which cases the suites declare; an unchanged suite is answered from the store. */
public final class Lister {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Modules beside a suite and in the folders there. */
  private static final int NEAR = 2;

  private static final int MOST_NEIGHBOURS = 1000;

  private final Forks forks;
  private final ListingStore store;

  /**
   * A lister whose worker logs go into the folder.
   *
   * @param bundle folder with the guest libraries and the compiler
   * @param store listings made before
   */
  public Lister(WorkerJvm workerJvm, Path bundle, Path folder, ListingStore store, Ticker ticker) {
    this.forks = new Forks(workerJvm, bundle, folder, ticker, new AtomicInteger());
    this.store = store;
  }

  /**
   * What suites declare.
   *
   * @param cases cases of the suites that load, in the order of files and lines
   * @param broken outcome of each suite that does not load
   */
  public record Listing(List<CaseDeclaration> cases, Map<Path, TrialOutcome> broken) {}

  /** Lists the suites of one language. */
  public Listing list(String engine, Language language, List<Path> suites)
      throws InterruptedException {
    Path library =
        forks.bundle().resolve(language.id()).resolve("bindbench." + language.extension());
    Map<Path, List<CaseDeclaration>> found = new LinkedHashMap<>();
    List<Path> unknown = new ArrayList<>();
    for (Path suite : suites) {
      Optional<List<CaseDeclaration>> stored =
          store.find(suite, reads(suite, library, language), forks.workerJvm().classPath());
      found.put(suite, stored.orElse(List.of()));
      if (stored.isEmpty()) unknown.add(suite);
    }
    Map<Path, TrialOutcome> broken = new LinkedHashMap<>();
    if (!unknown.isEmpty()) ask(engine, unknown, found, broken);
    for (Path suite : unknown)
      if (!broken.containsKey(suite))
        store.keep(
            suite,
            reads(suite, library, language),
            forks.workerJvm().classPath(),
            found.getOrDefault(suite, List.of()));
    return new Listing(found.values().stream().flatMap(List::stream).toList(), broken);
  }

  /** What a suite may load when its cases are declared: the guest library, and its neighbours. */
  private static List<Path> reads(Path suite, Path library, Language language) {
    List<Path> reads = new ArrayList<>(List.of(library));
    try (Stream<Path> near = Files.walk(suite.toAbsolutePath().resolveSibling(""), NEAR)) {
      near.filter(file -> language.owns(file))
          .filter(file -> !file.equals(suite) && Files.isRegularFile(file))
          .sorted()
          .limit(MOST_NEIGHBOURS)
          .forEach(reads::add);
    } catch (IOException | UncheckedIOException e) {
      return reads; // a folder that cannot be looked into is none that scripts are loaded from
    }
    return reads;
  }

  private void ask(
      String engine,
      List<Path> suites,
      Map<Path, List<CaseDeclaration>> found,
      Map<Path, TrialOutcome> broken)
      throws InterruptedException {
    List<Path> waiting = new ArrayList<>(suites);
    while (!waiting.isEmpty()) {
      try {
        Forks.Fork fork = forks.fork(engine);
        try (WorkerProcess process = fork.process()) {
          process.send(new Message.ListSuites(engine, forks.bundle(), waiting));
          Optional<TrialOutcome> death = answers(fork, waiting, found, broken);
          // The suite being loaded took the worker down; the others are asked for again.
          if (death.isPresent()) broken.put(waiting.remove(0), death.get());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
      }
    }
  }

  private static Optional<TrialOutcome> answers(
      Forks.Fork fork,
      List<Path> waiting,
      Map<Path, List<CaseDeclaration>> found,
      Map<Path, TrialOutcome> broken)
      throws InterruptedException {
    while (true) {
      Event event = fork.process().next(LIMIT);
      if (event instanceof Event.Received received) {
        if (received.message() instanceof Message.Listed listed) {
          found.put(listed.suite(), listed.declarations());
          waiting.remove(listed.suite());
        } else if (received.message() instanceof Message.NotListed not) {
          broken.put(
              not.suite(),
              new TrialOutcome.ScriptFailed(not.reason(), not.location(), not.detail()));
          waiting.remove(not.suite());
        } else if (received.message() instanceof Message.Done) {
          fork.process().end();
          return waiting.isEmpty()
              ? Optional.empty()
              : Optional.of(new TrialOutcome.Incomplete("the worker did not list the suite"));
        }
      } else if (event instanceof Event.Silence) {
        fork.process().kill();
        return Optional.of(
            new TrialOutcome.TimedOut("loading took more than " + LIMIT.toSeconds() + " s", ""));
      } else {
        return Optional.of(fork.death());
      }
    }
  }
}
