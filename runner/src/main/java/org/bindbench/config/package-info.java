/** Levels and settings: what is measured how long unless something else is asked for. */
@NullMarked
package org.bindbench.config;

import org.jspecify.annotations.NullMarked;
