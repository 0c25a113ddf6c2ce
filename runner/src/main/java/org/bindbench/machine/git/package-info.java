/** What a git work tree says of itself in its files. */
@NullMarked
package org.bindbench.machine.git;

import org.jspecify.annotations.NullMarked;
