package org.bindbench.cli;

import java.util.List;
import java.util.Optional;
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
record Contestant(
    EngineProfile profile, Optional<Engine> engine, Optional<StockInterpreter> stock) {
  static Contestant of(Engine engine) {
    return new Contestant(engine.profile(), Optional.of(engine), Optional.empty());
  }

  static Contestant of(StockInterpreter stock) {
    return new Contestant(stock.profile(), Optional.empty(), Optional.of(stock));
  }

  String id() {
    return profile.id();
  }

  /**
   * What the planner must know; a stock interpreter reaches no Java and needs no JVM, so it has no
   * binding style and one nameless setup.
   */
  Planner.EngineChoice choice(Effort effort, List<String> setups) {
    return new Planner.EngineChoice(
        id(),
        profile.language(),
        engine.map(Engine::untimedEngine).orElse(id()),
        engine.map(Engine::bindingStyles).orElse(List.of()),
        engine.isPresent() ? setups : List.of(""),
        effort);
  }
}
