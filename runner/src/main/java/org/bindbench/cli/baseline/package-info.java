/** Stored baselines on the command line: saving, comparing with, promoting, listing them. */
@NullMarked
package org.bindbench.cli.baseline;

import org.jspecify.annotations.NullMarked;
