/** Finds the containers that a script can reach, by the names that lead to them. */
@NullMarked
package org.bindbench.engine.walk;

import org.jspecify.annotations.NullMarked;
