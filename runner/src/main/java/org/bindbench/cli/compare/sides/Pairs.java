package org.bindbench.cli.compare.sides;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.bindbench.analysis.pairing.Judging;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.launch.interleaved.Pair;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.Lone;
import org.bindbench.model.comparison.Match;
import org.bindbench.model.comparison.Side;

/**
 * The cases of two engines side by side.
 *
 * @param pairs what both have
 * @param lone what one of them lacks
 */
record Pairs(List<Pair> pairs, List<Lone> lone) {
  /**
   * Pairs cases by their ids, which are equal in all languages.
   *
   * @param matches the styles that are held against each other
   */
  static Pairs of(
      Contestant base,
      Contestant head,
      SideCases ours,
      SideCases theirs,
      List<Match> matches,
      BiPredicate<CaseDeclaration, CaseId> selected) {
    Map<CaseId, CaseDeclaration> left = ours.of(base.profile().language());
    Map<CaseId, CaseDeclaration> right = theirs.of(head.profile().language());
    List<Pair> pairs = new ArrayList<>();
    List<Lone> lone = new ArrayList<>();
    Set<CaseId> ids = new LinkedHashSet<>(left.keySet());
    ids.addAll(right.keySet());
    for (CaseId id : ids) {
      Optional<CaseDeclaration> one = Optional.ofNullable(left.get(id));
      Optional<CaseDeclaration> other = Optional.ofNullable(right.get(id));
      CaseDeclaration known = one.or(() -> other).orElseThrow();
      if (!selected.test(known, id)) continue;
      List<Match> styles = matches.stream().filter(match -> isFor(known, match)).toList();
      if (styles.isEmpty()) continue;
      if (one.isPresent() && other.isPresent() && one.get().isBound() == other.get().isBound())
        for (Match match : styles)
          pairs.add(
              new Pair(
                  spec(one.get(), id, match, Side.BASE), spec(other.get(), id, match, Side.HEAD)));
      else
        lone.add(
            new Lone(
                id,
                styles.get(0),
                Judging.metric(known).orElseThrow(),
                one.isPresent() && other.isPresent()
                    ? "it uses a Java library on one side only"
                    : one.isPresent()
                        ? missing(Side.HEAD, theirs, id, head)
                        : missing(Side.BASE, ours, id, base),
                one.isPresent() && other.isPresent()
                    ? Optional.empty()
                    : Optional.of(one.isPresent() ? Side.HEAD : Side.BASE)));
    }
    return new Pairs(pairs, lone);
  }

  private static String missing(Side side, SideCases cases, CaseId id, Contestant contestant) {
    return "the %s has no such case in %s"
            .formatted(side.id(), contestant.profile().language().title())
        + cases
            .failure(id.suite(), contestant.profile().language())
            .map(reason -> ": its suite does not load: " + reason)
            .orElse("");
  }

  private static boolean isFor(CaseDeclaration declaration, Match match) {
    return declaration.isBound() == (match.baseStyle() != BindingStyle.OWN);
  }

  private static TrialSpec spec(CaseDeclaration declaration, CaseId id, Match match, Side side) {
    return new TrialSpec(declaration, id, match.engine(side), match.style(side), side.id(), 1);
  }
}
