package org.bindbench.cli.compare.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.engine.graalpy.GraalPyEngine;
import org.bindbench.engine.luaj.LuajEngine;
import org.bindbench.engine.luaj.LuajcEngine;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.Match;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final Contestant LUAJ = Contestant.of(new LuajEngine());
  private static final Contestant LUAJC = Contestant.of(new LuajcEngine());
  private static final Contestant GRAALPY = Contestant.of(new GraalPyEngine());
  private static final SideSpec NOTHING = named("");

  @Test
  void casesOfTheSameIdArePairedAcrossLanguages() {
    Pairs pairs =
        pairs(
            GRAALPY,
            LUAJC,
            cases(rate("s.py", "creation", "")),
            cases(rate("s.lua", "creation", "")));
    assertThat(pairs.lone()).isEmpty();
    assertThat(pairs.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.base().title()).isEqualTo("s.creation · graalpy · base");
              assertThat(pair.head().title()).isEqualTo("s.creation · luajc · head");
              assertThat(pair.head().declaration().file()).isEqualTo(Path.of("s.lua"));
            });
  }

  @Test
  void aCaseThatOneSideLacksSaysWhichAndWhy() {
    Pairs pairs =
        pairs(
            LUAJ,
            LUAJ,
            cases(rate("s.lua", "creation", ""), rate("s.lua", "call", "")),
            cases(rate("s.lua", "creation", ""), rate("s.lua", "sort", "")));
    assertThat(pairs.pairs()).hasSize(1);
    assertThat(pairs.lone())
        .extracting(lone -> lone.id().name() + ": " + lone.reason())
        .containsExactly(
            "call: the head has no such case in Lua", "sort: the base has no such case in Lua");
  }

  @Test
  void aSuiteThatDoesNotLoadIsTheReason() {
    CaseDeclaration load = rate("s.lua", "load", "");
    TrialRecord broken =
        new TrialRecord(
            new TrialSpec(load, load.ids().get(0), "luaj", BindingStyle.OWN, 1),
            new TrialOutcome.ScriptFailed("unexpected symbol", "s.lua:3", ""),
            Optional.empty(),
            0,
            0);
    Pairs pairs =
        Pairs.of(
            LUAJ,
            LUAJ,
            cases(rate("s.lua", "creation", "")),
            new SideCases(Map.of(), List.of(broken)),
            Styles.matches(LUAJ, LUAJ, NOTHING, NOTHING),
            (declaration, id) -> true);
    assertThat(pairs.lone().get(0).reason())
        .isEqualTo("the head has no such case in Lua: its suite does not load: unexpected symbol");
  }

  @Test
  void everyStyleThatBothOfferIsHeldAgainstItself() {
    assertThat(Styles.matches(LUAJ, LUAJC, NOTHING, NOTHING))
        .containsExactly(
            new Match("luaj", BindingStyle.HAND, "luajc", BindingStyle.HAND),
            new Match("luaj", BindingStyle.COERCED, "luajc", BindingStyle.COERCED),
            new Match("luaj", BindingStyle.OWN, "luajc", BindingStyle.OWN));
  }

  @Test
  void withoutACommonStyleTheFirstOfEachAreHeldAgainstEachOther() {
    assertThat(Styles.matches(GRAALPY, LUAJC, NOTHING, NOTHING))
        .containsExactly(
            new Match("graalpy", BindingStyle.HOST, "luajc", BindingStyle.HAND),
            new Match("graalpy", BindingStyle.OWN, "luajc", BindingStyle.OWN));
  }

  @Test
  void namedStylesLeaveOutCasesWithoutALibraryAndEnginesWithoutTheStyle() {
    SideSpec hand = named("hand");
    SideSpec coercion = named("coercion");
    assertThat(Styles.matches(LUAJ, LUAJ, hand, coercion))
        .containsExactly(new Match("luaj", BindingStyle.HAND, "luaj", BindingStyle.COERCED));
    assertThat(Styles.matches(GRAALPY, GRAALPY, hand, coercion)).isEmpty();
    Pairs pairs =
        Pairs.of(
            LUAJ,
            LUAJ,
            cases(rate("s.lua", "creation", ""), rate("s.lua", "bound", "qtforge")),
            cases(rate("s.lua", "creation", ""), rate("s.lua", "bound", "qtforge")),
            Styles.matches(LUAJ, LUAJ, hand, coercion),
            (declaration, id) -> true);
    assertThat(pairs.pairs())
        .extracting(pair -> pair.base().title() + " / " + pair.head().title())
        .containsExactly("s.bound · luaj · hand binding · base / s.bound · luaj · coercion · head");
    assertThat(pairs.lone()).isEmpty();
  }

  @Test
  void aStyleOnOneSideAloneIsRefused() {
    assertThatThrownBy(() -> Styles.requireBothOrNone(named("hand"), NOTHING))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--base names a binding style and --head none");
  }

  @Test
  void anInterpreterOutsideTheJvmHasNoBoundCases() {
    Contestant stock = Contestant.of(new StockInterpreter("lua5.4", Language.LUA, "5.4"));
    assertThat(Styles.matches(stock, LUAJ, NOTHING, NOTHING))
        .containsExactly(new Match("lua5.4", BindingStyle.OWN, "luaj", BindingStyle.OWN));
  }

  private static Pairs pairs(Contestant base, Contestant head, SideCases ours, SideCases theirs) {
    return Pairs.of(
        base,
        head,
        ours,
        theirs,
        Styles.matches(base, head, NOTHING, NOTHING),
        (declaration, id) -> true);
  }

  private static SideSpec named(String words) {
    return SideParser.parse(
        "--base", words.isEmpty() ? List.of() : List.of(words), List.of("luaj"));
  }

  private static SideCases cases(CaseDeclaration... declarations) {
    Map<Language, Map<CaseId, CaseDeclaration>> byLanguage = new LinkedHashMap<>();
    for (CaseDeclaration each : declarations) {
      Language language =
          Arrays.stream(Language.values())
              .filter(one -> each.file().toString().endsWith(one.extension()))
              .findFirst()
              .orElseThrow();
      each.ids()
          .forEach(
              id ->
                  byLanguage.computeIfAbsent(language, any -> new LinkedHashMap<>()).put(id, each));
    }
    return new SideCases(byLanguage, List.of());
  }

  private static CaseDeclaration rate(String file, String name, String library) {
    return new CaseDeclaration(
        Path.of(file), 1, name, "rate", "objects", List.of(), Map.of(), library, 0, "");
  }
}
