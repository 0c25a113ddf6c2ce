package org.bindbench.worker.protocol.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.leak.ClassGrowth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassHistogramTest {
  private static final String PRINTED =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:          1000          64000  [B (java.base@25.0.3)
         2:            30           1200  org.luaj.vm2.LuaTable
         3:            10            400  leaks$run
         4:             5            200  leaks$run
      Total          1045          65800
      """;

  @Test
  void everyLineIsReadAndClassesOfOneNameAreAdded() {
    assertThat(ClassHistogram.of(PRINTED).counts())
        .containsOnly(
            java.util.Map.entry("byte[]", new ClassHistogram.Count(1000, 64000)),
            java.util.Map.entry("org.luaj.vm2.LuaTable", new ClassHistogram.Count(30, 1200)),
            java.util.Map.entry("leaks$run", new ClassHistogram.Count(15, 600)));
  }

  @Test
  void onlyClassesThatGrewByEnoughAreTold() {
    ClassHistogram after =
        ClassHistogram.of(
            PRINTED.replace("1000          64000", " 900          60000")
                + "   5:       7  700  new.One\n   6:  3 90000  rare.Large\n");
    assertThat(after.grownSince(ClassHistogram.of(PRINTED), 5))
        .containsExactly(new ClassGrowth("new.One", 7, 700));
  }

  @Test
  void thisJvmCountsWhatIsAlive() throws Exception {
    ClassHistogram before = ClassHistogram.take();
    List<Marked> kept = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      kept.add(new Marked(i));
      new Marked(-i);
    }
    List<ClassGrowth> grown = ClassHistogram.take().grownSince(before, 100);
    assertThat(grown)
        .filteredOn(each -> each.name().equals(Marked.class.getName()))
        .extracting(ClassGrowth::instances)
        .containsExactly((long) kept.size());
  }

  private static final class Marked {
    @SuppressWarnings("unused")
    private final int number;

    Marked(int number) {
      this.number = number;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[Ljava.lang.Object;, java.lang.Object[]",
    "[[I, int[][]",
    "java/util/Map, java.util.Map",
    "a.B$$Lambda/0x00007f01abcd, a.B$$Lambda",
    "a.B$$Lambda$14+0x00007f01abcd, a.B$$Lambda",
    "a.Hidden/0x0000123, a.Hidden",
    "leaks$run, leaks$run"
  })
  void classesAreNamedAsInJavaCode(String given, String readable) {
    assertThat(ClassNames.readable(given)).isEqualTo(readable);
  }
}
