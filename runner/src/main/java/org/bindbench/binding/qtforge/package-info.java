/** The library {@code qtforge}: an application's plugins and message bus, small but real. */
@NullMarked
package org.bindbench.binding.qtforge;

import org.jspecify.annotations.NullMarked;
