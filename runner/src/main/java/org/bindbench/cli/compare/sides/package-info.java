/** What the words of two sides stand for, and the trials that measure them next to each other. */
@NullMarked
package org.bindbench.cli.compare.sides;

import org.jspecify.annotations.NullMarked;
