// SPDX-License-Identifier: EUPL-1.2
/**
 * What the events show, placed as evidence on the criteria (SCORING §3.6). The values come from friction; here they are given their level
 * and frozen when the survey closes. Begin with {@link se.malbild.maturity.measure.Measuring}.
 */
@NullMarked
package se.malbild.maturity.measure;

import org.jspecify.annotations.NullMarked;
