// SPDX-License-Identifier: EUPL-1.2
/**
 * Maturity models (<i>mognadsmodeller</i>) and their versions. A published version never changes. Begin with
 * {@link se.malbild.maturity.model.MaturityModels}.
 */
@NullMarked
package se.malbild.maturity.model;

import org.jspecify.annotations.NullMarked;
