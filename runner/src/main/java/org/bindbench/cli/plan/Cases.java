package org.bindbench.cli.plan;

import java.util.List;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialRecord;

/**
 * What there is to measure.
 *
 * @param declarations the cases selected by level and tag, and the plain scripts
 * @param broken a failed trial per engine for every suite that does not load
 */
public record Cases(List<CaseDeclaration> declarations, List<TrialRecord> broken) {}
