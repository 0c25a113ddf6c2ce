/** What a history keeps of a run: its facts, and each figure under the name of its series. */
@NullMarked
package org.bindbench.analysis.past;

import org.jspecify.annotations.NullMarked;
