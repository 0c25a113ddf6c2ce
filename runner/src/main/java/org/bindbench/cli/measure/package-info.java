/** One measuring command, from its options to its exit code. */
@NullMarked
package org.bindbench.cli.measure;

import org.jspecify.annotations.NullMarked;
