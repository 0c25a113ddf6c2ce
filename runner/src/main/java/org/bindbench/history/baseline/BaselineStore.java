package org.bindbench.history.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.Improvement;
import org.bindbench.wire.StoredBaseline;

/** The baselines of a folder, a file each. */
public final class BaselineStore {
  private static final String EXTENSION = ".json";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int CANNOT_WRITE = 78;

  private final Path folder;

  /** The store in that folder, which is made on the first save. */
  public BaselineStore(Path folder) {
    this.folder = folder;
  }

  /**
   * A file of the store.
   *
   * @param content what it turned out to be
   */
  public record Entry(String name, Path file, StoredBaseline.Content content) {
    /** The baseline, where it is intact. */
    public Optional<Baseline> baseline() {
      return content instanceof StoredBaseline.Intact intact
          ? Optional.of(intact.baseline())
          : Optional.empty();
    }
  }

  /** Whether the word can be the name of a baseline. */
  public static boolean isName(String word) {
    return NAME.matcher(word).matches() && !word.endsWith(EXTENSION);
  }

  /**
   * Accepts a name.
   *
   * @throws UsageException for a word that cannot be one
   */
  public static String requireName(String word) {
    if (isName(word)) return word;
    throw new UsageException(
        "\"%s\" is no name for a baseline: use up to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit."
            .formatted(word));
  }

  /** Every baseline, in the order of names; damaged ones too. */
  public List<Entry> list() {
    if (!Files.isDirectory(folder)) return List.of();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(BaselineStore::isBaseline).sorted().toList();
    } catch (IOException e) {
      throw new UsageException("The baselines in %s cannot be listed: %s.".formatted(folder, e));
    }
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) entries.add(new Entry(name(file), file, StoredBaseline.read(file)));
    return entries;
  }

  private static boolean isBaseline(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(EXTENSION) && isName(name(file)) && Files.isRegularFile(file);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - EXTENSION.length());
  }

  /** The baseline of that name, damaged or not; empty where there is none. */
  public Optional<Entry> find(String name) {
    if (!isName(name) || !Files.isRegularFile(file(name))) return Optional.empty();
    return Optional.of(new Entry(name, file(name), StoredBaseline.read(file(name))));
  }

  /**
   * The baseline of that name.
   *
   * @throws UsageException where there is none, or it is corrupt or of a newer schema
   */
  public Baseline require(String name) {
    Entry entry = find(name).orElseThrow(() -> none(name));
    return entry
        .baseline()
        .orElseThrow(() -> new UsageException(StoredBaseline.flaw(entry.file(), entry.content())));
  }

  private UsageException none(String name) {
    List<String> names = list().stream().map(Entry::name).toList();
    return new UsageException(
        "There is no baseline \"%s\" in %s. %s"
            .formatted(
                name,
                folder,
                names.isEmpty()
                    ? "None is stored there; --save-baseline NAME stores one."
                    : "Stored are " + String.join(", ", names) + "."));
  }

  /**
   * Stores it under its name, in the place of one that has the name.
   *
   * @return the file
   * @throws UsageException where it cannot be written; what stood there before is untouched
   */
  public Path save(Baseline baseline) {
    Path file = file(requireName(baseline.name()));
    StoredBaseline.write(file, baseline);
    forget(baseline.name());
    return file;
  }

  /**
   * Removes the baseline of that name.
   *
   * @throws UsageException where there is none, or it cannot be removed
   */
  public void remove(String name) {
    if (find(name).isEmpty()) throw none(name);
    delete(file(name));
    forget(name);
  }

  /** The improvement over it that was noted. */
  public Optional<Improvement> improvement(String name) {
    return StoredBaseline.improvement(note(name));
  }

  /** Notes an improvement over it. */
  public void note(String name, Improvement improvement) {
    StoredBaseline.writeImprovement(note(name), improvement);
  }

  /** Forgets an improvement that was noted. */
  public void forget(String name) {
    delete(note(name));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UsageException(
          "The file %s cannot be removed: %s.".formatted(file, e.getMessage()), CANNOT_WRITE);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + EXTENSION);
  }

  /** Begins with a dot, as no name does. */
  private Path note(String name) {
    return folder.resolve("." + name + ".improvement");
  }
}
