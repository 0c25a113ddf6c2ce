/** From options and settings to what is to be run: cases, contestants, JVM setups and the plan. */
@NullMarked
package org.bindbench.cli.plan;

import org.jspecify.annotations.NullMarked;
