/** What crosses a process or a file boundary: messages between parent and worker, stored trials. */
@NullMarked
package org.bindbench.wire;

import org.jspecify.annotations.NullMarked;
