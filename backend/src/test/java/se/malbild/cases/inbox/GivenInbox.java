// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.inbox;

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

/** An authority with a registry, a unit that handles notifications of water operations, and what comes in. */
public final class GivenInbox {
    public static final String WATER = "vattenverksamhet-anmalan";

    public final Given authority = Given.anAuthority();
    final UUID water = authority.unit("VAT");
    final UUID animals = authority.unit("DJU");
    public final Api registrar = authority.as(Role.REGISTRAR);

    public GivenInbox() {
        for (String key : List.of(WATER, "djurskydd-anmalan")) {
            TestService.bean(CaseTypes.class)
                    .importPublished(authority.authorityId(), CaseTypeFiles.json(key), Instant.now());
        }
    }

    /** What has come in by e-mail an hour ago; change what matters. */
    public static Map<String, Object> arrived() {
        Map<String, Object> item = new HashMap<>();
        item.put("channel", "email");
        item.put("receivedAt", Instant.now().minusSeconds(3600).toString());
        item.put("sender", "Kvarnbackens samfällighet");
        item.put("senderKind", "organisation");
        item.put("subject", "Anmälan om grävning i Lillån");
        item.put("suggestedTypeKey", WATER);
        return item;
    }

    /** The same with some values changed. */
    static Map<String, Object> arrived(Map<String, Object> changed) {
        Map<String, Object> item = arrived();
        item.putAll(changed);
        return item;
    }

    public Answer receive(Map<String, Object> item) {
        return registrar.post("/inbox-items", item).hasStatus(201);
    }

    /** The case an item becomes. */
    public static Map<String, Object> water() {
        return new HashMap<>(Map.of(
                "caseTypeKey", WATER,
                "subject", "Grävning i Lillån vid Kvarnbacken",
                "publicSubject", "Grävning i vattendrag",
                "recordTitle", "Anmälan"));
    }

    /** An act on the item in the version that was answered. */
    public static Answer act(Api as, Answer item, String act, @Nullable Object body) {
        return as.with("If-Match", item.etag()).post("/inbox-items/" + item.id() + "/" + act, body);
    }

    public Answer register(Answer item) {
        return act(registrar, item, "registration", water()).hasStatus(201);
    }

    Answer open(Answer registered) {
        return registrar.get("/cases/" + registered.text("/caseId")).hasStatus(200);
    }
}
