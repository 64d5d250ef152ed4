// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.answers;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import se.malbild.maturity.RespondentGroup;
import se.malbild.maturity.scoring.DistributionView;

/** How many of each group have answered so far, from 5 upward: below that the number itself would say who has. */
@Singleton
public class Progress {
    private final Answers answers;

    Progress(Answers answers) {
        this.answers = answers;
    }

    /** Group → answered; a group of which fewer than 5 have answered is left out. */
    public Map<RespondentGroup, Integer> of(UUID authorityId, UUID surveyId) {
        Map<RespondentGroup, Integer> shown = new HashMap<>(answers.respondents(authorityId, surveyId));
        shown.values().removeIf(count -> count < DistributionView.K);
        return shown;
    }
}
