/** The commands on past runs, and how a run becomes one. */
@NullMarked
package org.bindbench.cli.history;

import org.jspecify.annotations.NullMarked;
