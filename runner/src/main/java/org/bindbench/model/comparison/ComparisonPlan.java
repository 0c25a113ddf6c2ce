package org.bindbench.model.comparison;

import java.util.List;
import java.util.Objects;

/**
 * What is compared with what.
 *
 * @param base what the user named for the base, such as {@code engine luaj}; may be empty
 * @param head the same for the head
 * @param both what is the same on both sides, in the same words
 * @param versions whether the sides are two versions of suites or libraries, or the same: a
 *     worsening is then a fault, and not the answer to a question
 * @param forks forks of each side in stage one; those of stage two have higher numbers
 * @param matches which columns are held against each other
 * @param lone cases that are not measured because one side lacks them
 * @param failOn the word of what fails it, unless a later command says otherwise; empty where
 *     nothing was measured for it
 */
public record ComparisonPlan(
    List<String> base,
    List<String> head,
    List<String> both,
    boolean versions,
    int forks,
    List<Match> matches,
    List<Lone> lone,
    String failOn) {
  public ComparisonPlan {
    base = List.copyOf(base);
    head = List.copyOf(head);
    both = List.copyOf(both);
    matches = List.copyOf(matches);
    lone = List.copyOf(lone);
    failOn = Objects.requireNonNullElse(failOn, ""); // stored before it was kept
  }

  /** A plan of what was measured already. */
  public ComparisonPlan(List<String> base, List<String> head) {
    this(base, head, List.of(), false, 0, List.of(), List.of(), "");
  }

  /** The same, with the word of what fails it. */
  public ComparisonPlan failingOn(String word) {
    return new ComparisonPlan(base, head, both, versions, forks, matches, lone, word);
  }

  /** What the user named for a side. */
  public List<String> named(Side side) {
    return side == Side.BASE ? base : head;
  }
}
