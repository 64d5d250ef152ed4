// SPDX-License-Identifier: EUPL-1.2
package se.malbild.improvement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.Given;

/** An authority with people around the loop and a unit that is assessed. */
public final class GivenAssessments {
    public final Given authority = Given.anAuthority();
    public final UUID water = authority.unit("VAT");
    public final Given.Person developer = authority.person(Role.BUSINESS_DEVELOPER);
    public final Given.Person executive = authority.person(Role.EXECUTIVE);
    public final Given.Person manager = authority.person(Role.UNIT_MANAGER, water);

    /** An assessment of the unit, planned. */
    public Answer planned() {
        return developer
                .api()
                .post(
                        "/assessments",
                        Map.of(
                                "name",
                                "Nuläge hösten 2026",
                                "unitId",
                                water,
                                "periodFrom",
                                "2025-10-01",
                                "periodTo",
                                "2026-09-30",
                                "groups",
                                List.of(
                                        Map.of("group", "ledning", "invited", 8),
                                        Map.of("group", "handlaggare", "invited", 20))))
                .hasStatus(201);
    }

    /** An assessment whose survey has been closed without answers. */
    public UUID closed() {
        Answer planned = planned();
        String path = "/assessments/" + planned.id();
        developer
                .api()
                .with("If-Match", planned.etag())
                .post(path + "/survey", Map.of("openLink", true))
                .hasStatus(201);
        Answer open = developer.api().get(path).hasStatus(200);
        developer
                .api()
                .with("If-Match", open.etag())
                .post(path + "/survey/closing", null)
                .hasStatus(200);
        return UUID.fromString(planned.id());
    }

    /** An assessment with those levels decided. */
    public UUID decided(Map<String, Integer> levels) {
        UUID id = closed();
        levels.forEach((criterion, level) -> executive
                .api()
                .post(
                        "/assessments/" + id + "/criteria/" + criterion + "/decisions",
                        Map.of("level", level, "reason", "Underlaget pekar åt samma håll."))
                .hasStatus(201));
        return id;
    }

    /** What is wanted of a target; change what matters. */
    public Map<String, Object> target(String criterion, int level, int weight) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("criterion", criterion);
        wanted.put("level", level);
        wanted.put("weight", weight);
        wanted.put("reason", "Två av tre ärenden kompletteras i dag.");
        wanted.put("goodEnoughBecause", "Vissa ärenden måste kompletteras efter platsbesök.");
        wanted.put("ownerId", manager.id());
        wanted.put("dueDate", LocalDate.now(Units.STOCKHOLM).plusMonths(6).toString());
        return wanted;
    }

    /** A proposed target. */
    public Answer proposed(UUID assessment, String criterion, int level, int weight) {
        return developer
                .api()
                .post("/assessments/" + assessment + "/targets", target(criterion, level, weight))
                .hasStatus(201);
    }

    /** A target that counts. */
    public Answer accepted(UUID assessment, String criterion, int level, int weight) {
        Answer proposed = proposed(assessment, criterion, level, weight);
        return accept(executive.api(), assessment, proposed.id(), 1).hasStatus(200);
    }

    /** Accepts one target in the version that was read. */
    public static Answer accept(Api api, UUID assessment, String target, long version) {
        return api.post(
                "/assessments/" + assessment + "/target-acceptance",
                Map.of("targets", List.of(Map.of("targetId", target, "version", version))));
    }

    /** What is wanted of an item of the roadmap; change what matters. */
    public Map<String, Object> item(UUID assessment, String recommendation) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("recommendation", recommendation);
        wanted.put("assessmentId", assessment);
        wanted.put("ownerId", manager.id());
        wanted.put("startDate", LocalDate.now(Units.STOCKHOLM).plusDays(10).toString());
        wanted.put("endDate", LocalDate.now(Units.STOCKHOLM).plusDays(100).toString());
        return wanted;
    }
}
