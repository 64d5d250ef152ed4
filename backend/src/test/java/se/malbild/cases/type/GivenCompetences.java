// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import se.malbild.access.permission.Role;
import se.malbild.cases.work.Competences;
import se.malbild.platform.events.Actor;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in an authority who knows all that a case type's routing asks for. */
public final class GivenCompetences {
    private GivenCompetences() {}

    /** All competences that the type of that key names. */
    public static void of(Given given, String key) {
        JsonNode rules =
                JsonMapper.builder().build().readTree(CaseTypeFiles.json(key)).path("routingRule");
        TestService.bean(Competences.class)
                .load(
                        given.authorityId(),
                        given.person(Role.EXECUTIVE).id(),
                        rules.valueStream()
                                .map(rule -> rule.path("competence").asString())
                                .toList(),
                        Actor.system());
    }
}
