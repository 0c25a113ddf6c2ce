package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTrialsTest {
  @TempDir Path folder;

  @Test
  void storedTrialsAreReadBackInOrder() {
    StoredTrials stored = new StoredTrials(folder.resolve("trials"));
    List<TrialRecord> trials = List.of(trial(1), trial(2), trial(3));
    trials.forEach(stored::store);
    assertThat(StoredTrials.read(folder.resolve("trials"))).isEqualTo(trials);
  }

  private static TrialRecord trial(int fork) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/a.lua").toAbsolutePath(),
            1,
            "c",
            "rate",
            "calls",
            List.of(),
            Map.of(),
            "",
            0,
            "");
    return new TrialRecord(
        new TrialSpec(declaration, new CaseId("a", "c", Map.of()), "luaj", BindingStyle.OWN, fork),
        new TrialOutcome.Incomplete("no message"),
        Optional.of(
            new WorkerFacts("luaj", "interpreter", false, "17", "PS", List.of("-Xmx1g"), "alone")),
        5,
        6);
  }
}
