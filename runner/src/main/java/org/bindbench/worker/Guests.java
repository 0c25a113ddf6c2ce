package org.bindbench.worker;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindbench.engine.Guest;
import org.bindbench.engine.Library;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.TrialSpec;

/** The guests of one worker: one per binding style, each suite loaded once in each. */
final class Guests {
  /** Opens guests in a binding style. */
  interface Opener {
    /** One that all trials of the worker use. */
    Guest shared(BindingStyle style, CapturedOutput output);

    /** Several for one trial, with instances of the libraries that are theirs alone. */
    List<Guest> own(BindingStyle style, CapturedOutput output, int count);

    /** Any number for one trial, one after another, with such instances. */
    FreshGuests fresh(BindingStyle style, CapturedOutput output, EngineSharing sharing);
  }

  private final List<Library> libraries;
  private final Opener opener;
  private final List<BindingStyle> styles;
  private final Map<BindingStyle, Guest> opened = new EnumMap<>(BindingStyle.class);
  private final Map<BindingStyle, Set<Path>> loaded = new EnumMap<>(BindingStyle.class);
  private final CapturedOutput output = new CapturedOutput(System.out);

  Guests(List<Library> libraries, Opener opener, List<BindingStyle> styles) {
    this.libraries = libraries;
    this.opener = opener;
    this.styles = styles;
  }

  /** The guest that cases without a binding use. */
  Guest any() {
    return of(styles.get(0));
  }

  /** The guest for the trial, with its suite loaded; plain scripts are run, not loaded. */
  Guest forTrial(TrialSpec trial) {
    BindingStyle style = styleOf(trial);
    Guest guest = of(style);
    Path suite = trial.declaration().file();
    Set<Path> already = loaded.computeIfAbsent(style, each -> new HashSet<>());
    if (!trial.declaration().isPlain() && !already.contains(suite)) {
      guest.load(suite);
      already.add(suite);
    }
    return guest;
  }

  /** Guests that no other trial uses, with the trial's suite loaded in each. */
  List<Guest> ofTrial(TrialSpec trial, int count) {
    List<Guest> own = opener.own(styleOf(trial), output, count);
    own.forEach(guest -> guest.load(trial.declaration().file()));
    return own;
  }

  /** Guests that come and go, with the trial's suite loaded in each. */
  FreshGuests freshOfTrial(TrialSpec trial, EngineSharing sharing) {
    return opener
        .fresh(styleOf(trial), output, sharing)
        .then(guest -> guest.load(trial.declaration().file()));
  }

  private BindingStyle styleOf(TrialSpec trial) {
    return trial.style() == BindingStyle.OWN ? styles.get(0) : trial.style();
  }

  private Guest of(BindingStyle style) {
    return opened.computeIfAbsent(style, each -> opener.shared(each, output));
  }

  /** Why the library that the trial is bound to is not there in its style; empty where it is. */
  Optional<String> missing(TrialSpec trial) {
    String name = trial.declaration().library();
    if (name.isEmpty()) return Optional.empty();
    Optional<Library> found =
        libraries.stream().filter(library -> library.name().equals(name)).findFirst();
    if (found.isEmpty()) return Optional.of(name + " was not found");
    return trial.style() == BindingStyle.HAND && found.get().handBinding(Library.LUAJ).isEmpty()
        ? Optional.of(name + " has no hand binding for LuaJ")
        : Optional.empty();
  }

  /** What scripts have printed to standard output. */
  CapturedOutput output() {
    return output;
  }
}
