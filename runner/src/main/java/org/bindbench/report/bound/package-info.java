/** The section on bound objects against the language's own. */
@NullMarked
package org.bindbench.report.bound;

import org.jspecify.annotations.NullMarked;
