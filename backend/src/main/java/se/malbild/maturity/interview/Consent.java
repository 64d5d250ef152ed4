// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the person agreed to beside being noted (samtycke).
 *
 * @param quotes to be quoted without name
 * @param archiving that the notes are kept when the interview is coded
 * @param givenOn the day
 * @param withdrawnOn the day it was withdrawn, if it was
 */
public record Consent(
        boolean quotes,
        boolean archiving,
        LocalDate givenOn,
        @Nullable LocalDate withdrawnOn) {}
