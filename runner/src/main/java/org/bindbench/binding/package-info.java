/** The Java libraries that scripts are bound to, and how a user's own are found. */
@NullMarked
package org.bindbench.binding;

import org.jspecify.annotations.NullMarked;
