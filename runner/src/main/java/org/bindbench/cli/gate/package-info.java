/** The gates of a comparison on the command line, one by one. */
@NullMarked
package org.bindbench.cli.gate;

import org.jspecify.annotations.NullMarked;
