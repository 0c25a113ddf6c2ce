package org.bindbench.model;

import java.nio.file.Path;

/** A script language; several engines may run it. */
public enum Language {
  PYTHON("python", "Python", "py"),
  LUA("lua", "Lua", "lua");

  private final String id;
  private final String title;
  private final String extension;

  Language(String id, String title, String extension) {
    this.id = id;
    this.title = title;
    this.extension = extension;
  }

  /** The name used on the command line, in files and in the bundle's folders. */
  public String id() {
    return id;
  }

  /** The name people read. */
  public String title() {
    return title;
  }

  /** Whether a file of that name or path is one of its scripts. */
  public boolean owns(String file) {
    return file.endsWith("." + extension);
  }

  /** Whether the file is one of its scripts. */
  public boolean owns(Path file) {
    return owns(file.toString());
  }

  /** The extension of its script files, without the dot. */
  public String extension() {
    return extension;
  }
}
