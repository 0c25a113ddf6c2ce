/** What keeps memory alive, in the words of who wrote the script. */
@NullMarked
package org.bindbench.analysis.leak.path;

import org.jspecify.annotations.NullMarked;
