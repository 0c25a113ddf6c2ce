package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.analysis.leak.path.SampleExplanations;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelTest {
  private static final CaseDeclaration DECLARATION =
      new CaseDeclaration(
          Path.of("/suites/memory.py").toAbsolutePath(),
          12,
          "creation",
          "rate",
          "objects",
          List.of("quick"),
          Map.of("size", List.of("1", "2")),
          "qtforge",
          40,
          "How many?");

  private static final TrialSpec SPEC =
      new TrialSpec(
          DECLARATION,
          new CaseId("memory", "creation", Map.of("size", "2")),
          "luaj",
          BindingStyle.HAND,
          3);

  static List<TrialOutcome> outcomes() {
    return List.of(
        new TrialOutcome.Completed(
            List.of(new org.bindbench.model.metric.Measure(Metrics.RETAINED_BYTES, 104.0)),
            List.of(new Absent(Metrics.CALLED, "no hook")),
            List.of(new Sample("elapsed_nanos", Phase.WARM_UP, 0, 7, 12345.0))),
        new TrialOutcome.Explained(SampleExplanations.evidence()),
        new TrialOutcome.WrongAnswer("2 is not 3"),
        new TrialOutcome.Eliminated("gone", List.of()),
        new TrialOutcome.ScriptFailed("boom", "a.py:1:2", "trace"),
        new TrialOutcome.TimedOut("silence", "dump.txt"),
        new TrialOutcome.Crashed("died", 137, "log"),
        new TrialOutcome.OutOfMemory("heap", "heap"),
        new TrialOutcome.Incomplete("early"),
        new TrialOutcome.ProtocolError("noise"),
        new TrialOutcome.Denied("no"),
        new TrialOutcome.Unsupported("lacks it"),
        new TrialOutcome.Skipped("bindings not available", "add them"));
  }

  @Test
  void everyKindOfOutcomeIsAmongThoseTested() {
    assertThat(Set.<Object>copyOf(outcomes().stream().map(Object::getClass).toList()))
        .isEqualTo(Set.of(TrialOutcome.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeCrossesUnchanged(TrialOutcome outcome) throws IOException {
    Message.Ended sent = new Message.Ended(4, outcome, 10, 20);
    assertThat(there(sent)).isEqualTo(sent);
  }

  @Test
  void aTaskCrossesUnchanged() throws IOException {
    Effort effort =
        new Effort(
            3,
            true,
            Duration.ofSeconds(2),
            Duration.ofMillis(1200),
            Duration.ofMillis(250),
            Duration.ofMillis(200),
            8,
            300_000,
            100_000,
            Duration.ofSeconds(60));
    Message task =
        new Message.Measure(
            "luaj", Path.of("/bundle").toAbsolutePath(), effort, true, List.of(SPEC));
    assertThat(there(task)).isEqualTo(task);
  }

  @Test
  void aClosedChannelIsNoMessage() throws IOException {
    assertThat(receiving(new byte[0]).receive()).isEmpty();
  }

  @Test
  @Tag("fault-11")
  void aFrameCutShortIsToldFromTheEnd() {
    assertThatThrownBy(() -> receiving(new byte[] {0, 0}).receive())
        .isInstanceOf(Channel.MalformedFrameException.class)
        .hasMessageContaining("cut short");
    assertThatThrownBy(() -> receiving(frame(10, "{}")).receive())
        .isInstanceOf(Channel.MalformedFrameException.class)
        .hasMessageContaining("after 2 of 10 bytes");
  }

  @Test
  @Tag("fault-11")
  void aHugeFrameIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> receiving(frame(100 << 20, "")).receive())
        .isInstanceOf(Channel.MalformedFrameException.class)
        .hasMessageContaining("104857600");
  }

  @Test
  @Tag("fault-11")
  void whatIsNoMessageIsRefused() {
    for (String text : List.of("{}", "[1]", "{\"is\":\"Nonsense\"}", "{\"is\":\"Done\",", "hello"))
      assertThatThrownBy(
              () -> receiving(frame(text.getBytes(StandardCharsets.UTF_8).length, text)).receive())
          .as(text)
          .isInstanceOf(Channel.MalformedFrameException.class);
  }

  private static Message there(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Channel(InputStream.nullInputStream(), bytes).send(message);
    return receiving(bytes.toByteArray()).receive().orElseThrow();
  }

  private static Channel receiving(byte[] bytes) {
    return new Channel(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
  }

  private static byte[] frame(int announced, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + body.length).putInt(announced).put(body).array();
  }
}
