/** Reads YAML with the place of every key and value, and holds it to the schema of the settings. */
@NullMarked
package org.bindbench.config.yaml;

import org.jspecify.annotations.NullMarked;
