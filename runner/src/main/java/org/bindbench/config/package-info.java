/** Levels, thresholds and settings: their defaults, what changes them, and where each came from. */
@NullMarked
package org.bindbench.config;

import org.jspecify.annotations.NullMarked;
