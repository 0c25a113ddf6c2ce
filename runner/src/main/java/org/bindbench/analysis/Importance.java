package org.bindbench.analysis;

import java.util.Arrays;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;

/** What is measured first where there is no time for everything. */
public final class Importance {
  private Importance() {}

  /**
   * How much a trial matters: 0 where a headline number comes from it, 1 where the same case is
   * measured on another engine or in another style, 2 for cases tagged {@code quick}, 3 for others.
   */
  public static int rank(TrialSpec trial) {
    boolean known = isHeadline(trial.id().name());
    Column column = new Column(trial.engine(), trial.style());
    boolean headlineColumn =
        Arrays.stream(Language.values()).map(Headline::column).anyMatch(column::equals);
    if (known && headlineColumn) return 0;
    if (known) return 1;
    return trial.declaration().tags().contains("quick") ? 2 : 3;
  }

  private static boolean isHeadline(String caseName) {
    return Arrays.stream(HeadlineNumber.values())
        .anyMatch(
            number ->
                number.caseName(BindingStyle.HOST).equals(caseName)
                    || number.caseName(BindingStyle.OWN).equals(caseName));
  }
}
