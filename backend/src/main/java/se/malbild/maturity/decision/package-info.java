// SPDX-License-Identifier: EUPL-1.2
/**
 * Levels that people propose and decide (<i>beslut om nivå</i>), each with its reason and the sources as they were seen. A later decision
 * supersedes an earlier one and never overwrites it. Begin with {@link se.malbild.maturity.decision.LevelDecisions}; what is in force is
 * {@link se.malbild.maturity.decision.DecidedLevels}.
 */
@NullMarked
package se.malbild.maturity.decision;

import org.jspecify.annotations.NullMarked;
