/** Whether a comparison passes: rules and rows in, one result per rule out; pure. */
@NullMarked
package org.bindbench.analysis.gate;

import org.jspecify.annotations.NullMarked;
