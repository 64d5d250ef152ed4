// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.Text;

/** The processes (processer) an assessment can be about: the authority's case types, by key. */
@Singleton
public class Processes {
    private final CaseTypes types;
    private final Clock clock;

    Processes(CaseTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    /** What a process is called now, or was when there were such cases; empty where the authority has none of that key. */
    public Optional<Text> name(UUID authorityId, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return types.inForce(authorityId, key, LocalDate.now(clock.withZone(Units.STOCKHOLM)))
                .or(() -> types.oldest(authorityId, key))
                .map(CaseType::name);
    }

    /** What the process of an assessment is called. */
    public Optional<Text> name(Assessment assessment) {
        return name(assessment.authorityId(), assessment.caseTypeKey());
    }
}
