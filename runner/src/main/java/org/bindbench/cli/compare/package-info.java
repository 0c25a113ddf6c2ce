/** The command {@code compare}: its two sides, from the words that name them to what is run. */
@NullMarked
package org.bindbench.cli.compare;

import org.jspecify.annotations.NullMarked;
