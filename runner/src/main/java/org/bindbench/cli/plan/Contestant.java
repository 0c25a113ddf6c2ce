package org.bindbench.cli.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.engine.Engine;
import org.bindbench.launch.Planner;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;

/**
 * Something that runs scripts and is measured: an embedded engine, or a stock interpreter.
 *
 * @param stock the interpreter, empty for an embedded engine
 */
public record Contestant(
    EngineProfile profile, Optional<Engine> engine, Optional<StockInterpreter> stock) {
  /** An embedded engine. */
  public static Contestant of(Engine engine) {
    return new Contestant(engine.profile(), Optional.of(engine), Optional.empty());
  }

  /** A stock interpreter. */
  public static Contestant of(StockInterpreter stock) {
    return new Contestant(stock.profile(), Optional.empty(), Optional.of(stock));
  }

  /** Its interpreters outside the JVM, by id. */
  public static Map<String, StockInterpreter> stock(List<Contestant> contestants) {
    return contestants.stream()
        .flatMap(contestant -> contestant.stock().stream())
        .collect(
            Collectors.toMap(StockInterpreter::command, Function.identity(), (one, same) -> one));
  }

  /** Its id on the command line. */
  public String id() {
    return profile.id();
  }

  /**
   * What the planner must know; a stock interpreter reaches no Java and needs no JVM, so it has no
   * binding style and one nameless setup.
   */
  public Planner.EngineChoice choice(Effort effort, List<String> setups) {
    return new Planner.EngineChoice(
        id(),
        profile.language(),
        engine.map(Engine::untimedEngine).orElse(id()),
        engine.map(Engine::bindingStyles).orElse(List.of()),
        engine.isPresent() ? setups : List.of(""),
        effort);
  }
}
