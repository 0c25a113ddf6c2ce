package org.bindbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.config.Level.TimeByEngine;
import org.bindbench.config.Level.WarmUpByEngine;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;
import org.bindbench.config.yaml.Written;
import org.bindbench.config.yaml.YamlReader;
import org.bindbench.model.ChurnSize;
import org.bindbench.model.GcLoad;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Sizes;
import org.bindbench.model.Threshold;
import org.bindbench.model.WarmUp;

/** Every value that is in effect, and where it came from. */
public final class Settings {
  private static final String DEFAULTS = "bindbench-defaults.yaml";

  private final Map<String, Setting> values;

  Settings(Map<String, Setting> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** What holds where nothing else is said. */
  public static Settings defaults() {
    return new Settings(defaultValues());
  }

  static Map<String, Setting> defaultValues() {
    return Layer.of(defaultsAsWritten());
  }

  static Written defaultsAsWritten() {
    try (InputStream resource = Settings.class.getResourceAsStream(DEFAULTS)) {
      if (resource == null) throw new IllegalStateException(DEFAULTS + " is not packaged");
      Faults faults = new Faults();
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      Written written = YamlReader.text(text, Origin.DEFAULT, faults);
      if (!faults.isEmpty()) throw new IllegalStateException(DEFAULTS + ": " + faults.lines());
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every setting, in the order of the defaults. */
  public List<Setting> all() {
    return List.copyOf(values.values());
  }

  /** The level of the run. */
  public Level level() {
    return level(levelId());
  }

  /** One of {@link Level#IDS}. */
  public Level level(String id) {
    String of = "levels." + id + ".";
    return new Level(
        id,
        whole(of + "forks"),
        value(of + "rotated").asBoolean(),
        Optional.of(value(of + "tag")).filter(tag -> !tag.isNull()).map(JsonNode::asText),
        new WarmUpByEngine(warmUp(of + "warm_up.jit"), warmUp(of + "warm_up.other")),
        new TimeByEngine(time(of + "measured.jit"), time(of + "measured.other")),
        time(of + "turn"),
        time(of + "timeout"),
        whole("sizes.retained.objects." + id),
        whole("sizes.weakref.objects." + id),
        sizes(id),
        jitLoadWarmUp(id));
  }

  /** Whether somebody said, by whatever means, how long timed cases with a JIT warm up. */
  public boolean namesWarmUpOfJit() {
    return isGiven("levels." + levelId() + ".warm_up.jit");
  }

  /** Whether somebody gave a setting whose key begins so. */
  private boolean isGiven(String key) {
    return values.values().stream()
        .anyMatch(
            setting -> setting.key().startsWith(key) && !setting.origin().equals(Origin.DEFAULT));
  }

  /** What is said for all engines holds for those with a JIT, unless more is said of them. */
  private Duration jitLoadWarmUp(String level) {
    String forAll = "sizes.gc.warm_up." + level;
    String ofJit = "sizes.gc.warm_up_jit." + level;
    return time(isGiven(forAll) && !isGiven(ofJit) ? forAll : ofJit);
  }

  /** The longest time that a run of the level may take; empty where nothing limits it. */
  public Optional<Duration> longest() {
    String key = "levels." + levelId() + ".longest";
    return Optional.of(value(key)).filter(time -> !time.isNull()).map(time -> time(key, time));
  }

  private Sizes sizes(String level) {
    return new Sizes(
        whole("sizes.lifecycle.cycles." + level),
        whole("sizes.lifecycle.objects." + level),
        value(Scale.KEY + "." + level).valueStream().map(JsonNode::asInt).toList(),
        whole("sizes.concurrent.operations." + level),
        new GcLoad(
            whole("sizes.gc.forks." + level),
            time("sizes.gc.warm_up." + level),
            time("sizes.gc.measured." + level),
            value("sizes.gc.heap." + level).asText()),
        new ChurnSize(whole("sizes.churn.contexts." + level), time("sizes.churn.limit." + level)),
        new LeakCycles(
            whole("sizes.leak.cycles." + level), whole("sizes.leak.operations." + level)));
  }

  String levelId() {
    return value("level").asText();
  }

  /** What figures are expected to reach. */
  public List<Threshold> thresholds() {
    return ThresholdSettings.of(values.values()).stream()
        .flatMap(each -> each.threshold().stream())
        .toList();
  }

  /** How much of a change counts, by the id of the metric. */
  public Map<String, ChangeGate> gates() {
    Map<String, ChangeGate> gates = new LinkedHashMap<>();
    GateSettings.of(values.values()).forEach(each -> gates.put(each.metric(), each.gate()));
    return gates;
  }

  /** What the gates of a comparison allow. */
  public GateLimits gateLimits() {
    return new GateLimits(
        whole("gates.most_critical"),
        whole("gates.most_major"),
        value("gates.most_regressed").asDouble(),
        value("gates.inconclusive").asText().equals("fail"),
        value("gates.missing").asText().equals("fail"));
  }

  /** Whether a run that is confirmed to be better becomes the baseline it was compared with. */
  public boolean updatesBaselineOnImprovement() {
    return value("baseline.update_on_improvement").asBoolean();
  }

  /** The word for the least worsening that fails; empty for the usual one of a command. */
  public Optional<String> failOn() {
    return Optional.of(value("gates.fail_on")).filter(word -> !word.isNull()).map(JsonNode::asText);
  }

  Faults orderFaults() {
    Faults faults = new Faults();
    ThresholdSettings.of(values.values()).forEach(each -> each.checkOrder(faults));
    WarmUpSettings.of(values.values()).forEach(each -> each.checkOrder(faults));
    GateSettings.of(values.values()).forEach(each -> each.checkOrder(faults));
    return faults;
  }

  /** Globs that choose cases; none chooses all. */
  public List<String> patterns() {
    return list("cases.patterns");
  }

  /** Tags of which a case must have one; none chooses all. */
  public List<String> tags() {
    return list("cases.tags");
  }

  /** Ids of the engines; none stands for the usual ones of a command. */
  public List<String> engines() {
    return list("engines");
  }

  /** Homes of the JVMs that workers run on; none chooses the best one found. */
  public List<String> jvms() {
    return list("jvms");
  }

  /** The workers' collectors: parallel, serial, g1 or zgc, at least one. */
  public List<String> collectors() {
    return list("gc");
  }

  /** Where results go, relative to the current folder. */
  public Path outputFolder() {
    return Path.of(value("output.folder").asText());
  }

  /** Whether finished runs are put into the history. */
  public boolean historyEnabled() {
    return value("history.enabled").asBoolean();
  }

  /** The file of the history, relative to the current folder. */
  public Path historyFile() {
    JsonNode file = value("history.file");
    return file.isNull() ? outputFolder().resolve("history.db") : Path.of(file.asText());
  }

  /** Ids of the report formats. */
  public List<String> formats() {
    return list("output.formats");
  }

  private List<String> list(String key) {
    return value(key).valueStream().map(JsonNode::asText).toList();
  }

  private int whole(String key) {
    return value(key).asInt();
  }

  private Duration time(String key) {
    return time(key, value(key));
  }

  static Duration time(String key, JsonNode time) {
    String text = time.isNumber() ? time.decimalValue().toPlainString() : time.asText();
    return Times.parse(text)
        .orElseThrow(() -> new IllegalStateException(key + " is no time: " + text));
  }

  private WarmUp warmUp(String key) {
    return new WarmUp(time(key + ".least"), time(key + ".most"));
  }

  private JsonNode value(String key) {
    return Optional.ofNullable(values.get(key))
        .map(Setting::value)
        .orElseThrow(() -> new IllegalStateException("there is no setting " + key));
  }
}
