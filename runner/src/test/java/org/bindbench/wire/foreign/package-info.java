@NullMarked
package org.bindbench.wire.foreign;

import org.jspecify.annotations.NullMarked;
