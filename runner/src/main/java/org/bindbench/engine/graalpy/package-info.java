/** Python in this JVM, by GraalPy. */
@NullMarked
package org.bindbench.engine.graalpy;

import org.jspecify.annotations.NullMarked;
