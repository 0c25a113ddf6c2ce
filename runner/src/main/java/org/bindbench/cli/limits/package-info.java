/** The command that searches for breaking points, and what it measures around them. */
@NullMarked
package org.bindbench.cli.limits;

import org.jspecify.annotations.NullMarked;
