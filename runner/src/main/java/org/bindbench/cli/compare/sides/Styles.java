package org.bindbench.cli.compare.sides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.engine.Engine;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.Match;

/** Which binding styles of two engines are held against each other. */
final class Styles {
  private Styles() {}

  /**
   * The styles that both sides name; else each style that both engines offer against itself; else
   * the first of each. Cases that use no Java library are left out where a style is named, since
   * they have none.
   *
   * @return empty where an engine lacks a named style
   */
  static List<Match> matches(Contestant base, Contestant head, SideSpec named, SideSpec other) {
    List<Match> matches = new ArrayList<>();
    if (named.style().isPresent() && other.style().isPresent()) {
      if (offered(base).contains(named.style().get())
          && offered(head).contains(other.style().get()))
        matches.add(new Match(base.id(), named.style().get(), head.id(), other.style().get()));
      return matches;
    }
    List<BindingStyle> common = new ArrayList<>(offered(base));
    common.retainAll(offered(head));
    for (BindingStyle style : common) matches.add(new Match(base.id(), style, head.id(), style));
    if (common.isEmpty() && !offered(base).isEmpty() && !offered(head).isEmpty())
      matches.add(new Match(base.id(), offered(base).get(0), head.id(), offered(head).get(0)));
    matches.add(new Match(base.id(), BindingStyle.OWN, head.id(), BindingStyle.OWN));
    return matches;
  }

  /**
   * Refuses sides of which one names a style and the other none.
   *
   * @throws UsageException where that is so
   */
  static void requireBothOrNone(SideSpec base, SideSpec head) {
    if (base.style().isPresent() == head.style().isPresent()) return;
    throw new UsageException(
        "%s names a binding style and %s none: name one for each, such as --base hand --head coercion."
            .formatted(
                base.style().isPresent() ? "--base" : "--head",
                base.style().isPresent() ? "--head" : "--base"));
  }

  /** What an engine offers, in a sentence. */
  static String offer(Contestant contestant) {
    List<String> titles = offered(contestant).stream().map(BindingStyle::title).toList();
    return contestant.id()
        + (titles.isEmpty() ? " reaches no Java" : " offers " + String.join(", ", titles));
  }

  private static List<BindingStyle> offered(Contestant contestant) {
    return Optional.of(contestant)
        .flatMap(Contestant::engine)
        .map(Engine::bindingStyles)
        .orElse(List.of());
  }
}
