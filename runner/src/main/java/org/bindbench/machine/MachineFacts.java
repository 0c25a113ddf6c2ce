package org.bindbench.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.JvmFacts;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.util.Memoizer;

/**
 * This computer, as far as it lets itself be read. A reading that is not to be had is an empty
 * string or −1, never 0.
 *
 * @param os name and version of the operating system
 * @param architecture such as {@code amd64}
 * @param cpu model of the processor
 * @param cores processors this process may use
 * @param memoryBytes physical memory
 * @param load load average over the last minute
 * @param swapUsedBytes memory that was moved out to disk
 * @param governor what sets the processor's clock, such as {@code performance}; Linux alone
 * @param group limits of the control group
 */
public record MachineFacts(
    String os,
    String architecture,
    String cpu,
    int cores,
    long memoryBytes,
    double load,
    long swapUsedBytes,
    String governor,
    ControlGroup group) {
  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

  /**
   * Reads this computer; takes half a second the first time. Meant for the parent process alone.
   *
   * @param scratch folder where the library that asks the system may unpack its native part
   */
  public static MachineFacts read(Path scratch) {
    return read(Path.of("/"), scratch);
  }

  /** Reads this computer with the files of {@code proc} and {@code sys} below another root. */
  static MachineFacts read(Path root, Path scratch) {
    if (System.getProperty("jna.tmpdir") == null) {
      System.setProperty("jna.tmpdir", scratch.toString());
    }
    Supplier<SystemInfo> system = Memoizer.memoize(SystemInfo::new);
    Supplier<HardwareAbstractionLayer> hardware = () -> system.get().getHardware();
    return new MachineFacts(
        Reading.text(() -> title(system.get().getOperatingSystem()))
            .orElse((property("os.name") + " " + property("os.version")).strip()),
        property("os.arch"),
        Reading.text(() -> hardware.get().getProcessor().getProcessorIdentifier().getName())
            .orElse(""),
        Runtime.getRuntime().availableProcessors(),
        (long) Reading.positive(() -> hardware.get().getMemory().getTotal()),
        Reading.atLeastZero(() -> hardware.get().getProcessor().getSystemLoadAverage(1)[0]),
        (long)
            Reading.atLeastZero(() -> hardware.get().getMemory().getVirtualMemory().getSwapUsed()),
        ControlGroup.text(root.resolve(GOVERNOR)).strip(),
        ControlGroup.read(root));
  }

  /** The facts as a run records them. */
  public Environment environment(
      List<JvmFacts> workers, JvmFacts parent, List<EngineProfile> engines, String bindbench) {
    return new Environment(
        os,
        architecture,
        cpu,
        cores,
        memoryBytes,
        group.memoryLimitBytes(),
        load,
        workers,
        parent.title(),
        engines,
        bindbench);
  }

  /** Without the kernel's build, which every update changes. */
  private static String title(OperatingSystem os) {
    OperatingSystem.OSVersionInfo version = os.getVersionInfo();
    String codeName = Objects.requireNonNullElse(version.getCodeName(), "");
    return os.getFamily()
        + " "
        + Objects.requireNonNullElse(version.getVersion(), "")
        + (codeName.isEmpty() ? "" : " (" + codeName + ")");
  }

  /** Memory that a process may really use: the group's limit or the machine's, −1 if unknown. */
  public long usableMemoryBytes() {
    long limit = group.memoryLimitBytes();
    if (limit < 0) return memoryBytes;
    return memoryBytes < 0 ? limit : Math.min(limit, memoryBytes);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
