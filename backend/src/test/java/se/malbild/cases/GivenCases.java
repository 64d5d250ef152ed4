// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.cases.type.CaseTypes;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.CaseTypeFiles;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** An authority with a unit that handles notifications of water operations, and the people around such a case. */
public final class GivenCases {
    static final String WATER = "vattenverksamhet-anmalan";
    static final String ANIMALS = "djurskydd-anmalan";

    final Given authority = Given.anAuthority();
    final UUID water = authority.unit("VAT");
    final UUID animals = authority.unit("DJU");
    final Given.Person registrar = authority.person(Role.REGISTRAR);
    final Given.Person officer = authority.person(Role.OFFICER, water);
    final Given.Person manager = authority.person(Role.UNIT_MANAGER, water);
    final Given.Person decider = authority.person(Role.DECISION_MAKER, water);

    GivenCases() {
        types(WATER);
    }

    /** Publishes one of the demo's case types. */
    GivenCases types(String... keys) {
        for (String key : keys) {
            TestService.bean(CaseTypes.class)
                    .importPublished(authority.authorityId(), CaseTypeFiles.json(key), Instant.now());
        }
        return this;
    }

    /** What has come in; change what matters. */
    static Map<String, Object> item(String type) {
        Map<String, Object> item = new HashMap<>();
        item.put("caseTypeKey", type);
        item.put("subject", "Grävning i Lillån vid Kvarnbacken");
        item.put("publicSubject", "Grävning i vattendrag");
        item.put("channel", "eservice");
        item.put("receivedAt", Instant.now().minusSeconds(3600).toString());
        item.put("recordTitle", "Anmälan");
        return item;
    }

    /** A water case with all its documents and an organisation as its party. */
    static Map<String, Object> wholeItem() {
        Map<String, Object> item = item(WATER);
        item.put("documentKeys", List.of("notification", "map", "drawings"));
        item.put(
                "parties",
                List.of(Map.of("kind", "organisation", "role", "applicant", "name", "Kvarnbackens samfällighet")));
        return item;
    }

    Answer register(Map<String, Object> item) {
        return registrar.api().post("/cases", item).hasStatus(201);
    }

    /** A case of the officer's that is under way. */
    Answer underWay() {
        Answer file = register(wholeItem());
        Answer assigned = act(manager.api(), file, "assignment", Map.of("unitId", water, "officerId", officer.id()))
                .hasStatus(200);
        return act(officer.api(), assigned, "start", null).hasStatus(200);
    }

    /** An act on the case in the version that was answered. */
    static Answer act(Api as, Answer file, String act, @Nullable Object body) {
        return as.with("If-Match", file.etag()).post("/cases/" + file.id() + "/" + act, body);
    }

    Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("decisionType", "final");
        proposal.put("outcome", "no_action");
        proposal.put("text", "Anmälan föranleder ingen åtgärd.");
        proposal.put("reasons", "Arbetet påverkar inte vattenmiljön.");
        proposal.put("appliedProvisions", List.of("11 kap. 9 a § miljöbalken"));
        proposal.put("presenterIds", List.of(officer.id()));
        proposal.put("communicationException", "obviously_unnecessary");
        proposal.put("communicationExceptionReason", "Bara sökandens egna uppgifter.");
        proposal.put("decisionMakerId", decider.id());
        return proposal;
    }
}
