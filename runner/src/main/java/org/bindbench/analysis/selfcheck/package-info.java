/** What comparisons with a known right answer say of the rule that judged them. */
@NullMarked
package org.bindbench.analysis.selfcheck;

import org.jspecify.annotations.NullMarked;
