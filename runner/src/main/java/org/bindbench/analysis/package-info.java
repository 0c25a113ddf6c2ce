/** Numbers in, judgement out: pure functions without clock, files or randomness of their own. */
@NullMarked
package org.bindbench.analysis;

import org.jspecify.annotations.NullMarked;
