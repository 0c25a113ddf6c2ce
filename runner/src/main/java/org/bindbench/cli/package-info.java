/**
 * The command line: reads options, composes the other packages, and is the only one that prints.
 */
@NullMarked
package org.bindbench.cli;

import org.jspecify.annotations.NullMarked;
