/** What keeps memory alive that should be free: read in a fork that measures nothing else. */
@NullMarked
package org.bindbench.worker.protocol.path;

import org.jspecify.annotations.NullMarked;
