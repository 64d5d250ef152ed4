// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.malbild.cases.conflict.ConflictMarks;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.register.RegistrationNumber;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypeReader;
import se.malbild.cases.type.DeadlineRule;
import se.malbild.testing.CaseTypeFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A case whose goal for the final decision a wait has moved by ten days. */
final class WaitedGoal {
    private static final LocalDate ARRIVAL = LocalDate.of(2026, 9, 1);

    private WaitedGoal() {}

    /** What becomes of the goal under a version that gives that many weeks instead of ten. */
    static TypeChange.DeadlineChange under(int weeks) {
        CaseType from = type(10);
        CaseType to = type(weeks);
        UUID id = UUID.randomUUID();
        Deadline goal = from.deadlines().stream()
                .filter(rule -> rule.kind().equals("final_decision"))
                .map((DeadlineRule rule) -> rule.from(id, ARRIVAL))
                .findFirst()
                .orElseThrow();
        Deadline waited = goal.movedTo(goal.dueDate().plusDays(10));
        return TypeChanges.of(file(id, from), from, to, List.of(waited), List.of()).deadlines().stream()
                .filter(change -> change.kind() == TypeChange.Kind.MOVED)
                .findFirst()
                .orElseThrow();
    }

    private static CaseType type(int weeks) {
        ObjectNode root = (ObjectNode) JsonMapper.builder().build().readTree(CaseTypeFiles.json(GivenCases.WATER));
        ((ObjectNode) root.at("/deadlines/4")).put("length", weeks);
        return CaseTypeReader.read(UUID.randomUUID(), root.toString());
    }

    private static CaseFile file(UUID id, CaseType type) {
        Instant received = Instant.parse("2026-09-01T08:00:00Z");
        return new CaseFile(
                id,
                UUID.randomUUID(),
                "main",
                new RegistrationNumber("535", 1, 2026),
                type.id(),
                type.version(),
                type.key(),
                "Prov",
                "Prov",
                CaseState.IN_PROGRESS,
                Set.of(),
                UUID.randomUUID(),
                null,
                null,
                "party",
                CaseFile.ORDINARY,
                new CaseFile.Arrival(received, ARRIVAL, Channel.EMAIL, null),
                received,
                SecrecyLevel.OPEN,
                Set.of(),
                "{}",
                null,
                CaseFile.Ending.NONE,
                null,
                ConflictMarks.NONE,
                1);
    }
}
