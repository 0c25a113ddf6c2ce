/** Script languages behind one door: an {@link org.bindbench.engine.Engine} opens guests. */
@NullMarked
package org.bindbench.engine;

import org.jspecify.annotations.NullMarked;
