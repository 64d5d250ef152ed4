// SPDX-License-Identifier: EUPL-1.2
/**
 * Answers of a survey: counted, frozen, and shown only after suppression (SCORING §4). The counters are read here and nowhere else; what
 * leaves the package is what anybody may see. Begin with {@link se.malbild.maturity.answers.Ratings}.
 */
@NullMarked
package se.malbild.maturity.answers;

import org.jspecify.annotations.NullMarked;
