package org.bindbench.engine;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.BindingStyle;

/**
 * What a guest is opened with.
 *
 * @param bundle folder of the unpacked bundle; {@code python/} and {@code lua/} below it hold the
 *     guest libraries
 * @param libraries Java libraries that scripts may use
 * @param style how they are bound
 * @param memory what the guest is told of its memory
 * @param out where the script's standard output goes
 * @param err where its standard error goes
 */
public record GuestSetup(
    Path bundle,
    List<Library> libraries,
    BindingStyle style,
    HostMemory memory,
    OutputStream out,
    OutputStream err) {
  public GuestSetup {
    libraries = List.copyOf(libraries);
  }
}
