// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.user.Account;

/**
 * An interview as its reader sees it.
 *
 * @param mine the reader is the interviewer
 * @param acts what the reader can do now, as in the contract
 */
record InterviewView(
        Interview interview,
        @Nullable Unit unit,
        Account interviewer,
        boolean mine,
        QuoteRepository.CountRow quotes,
        List<String> acts) {}
