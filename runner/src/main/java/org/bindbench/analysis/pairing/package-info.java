/** Puts the rows of two sides next to each other and has what changed between them judged. */
@NullMarked
package org.bindbench.analysis.pairing;

import org.jspecify.annotations.NullMarked;
