// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import static se.malbild.cases.GivenCases.act;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;
import se.malbild.access.unit.Units;
import se.malbild.cases.CaseRightsTable.Situation;
import se.malbild.testing.Answer;
import se.malbild.testing.Api;
import se.malbild.testing.ContractBundle;
import se.malbild.testing.Given;
import se.malbild.testing.TestService;

/** A case with something of everything in it, that can be dressed as it stands to somebody and put back as it was. */
final class WholeCase {
    private static final Jdbi JDBI = TestService.bean(Jdbi.class);
    /** Operations whose If-Match is the record's, not the case's. */
    private static final Set<String> RECORD_VERSION = Set.of("finaliseRecord", "voidRecord");

    private static final LocalDate TODAY = LocalDate.now(Units.STOCKHOLM);

    private final GivenCases given = new GivenCases();
    private final Given.Person other = given.authority.another(Role.OFFICER, given.water);
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Object> bodies = new HashMap<>();
    private final String kept = "whole_case_" + UUID.randomUUID().toString().replace("-", "");
    private final String caseId;
    private final String etag;

    WholeCase() {
        Answer file = given.register(GivenCases.wholeItem());
        caseId = file.id();
        ids.put("caseId", caseId);
        String reason = "Registrerades två gånger.";
        ids.put(
                "voidingId",
                act(given.registrar.api(), file, "voiding", Map.of("reason", reason))
                        .hasStatus(201)
                        .id());
        String later = TODAY.plusDays(20).toString();
        Given.Person consultant = given.authority.another(Role.CONSULTANT, given.water);
        giveTo(consultant);
        Map<String, Object> draft =
                Map.of("formal", false, "asked", "Ritning.", "dueDate", later, "holidayAccepted", true);
        act(consultant.api(), read(consultant), "supplements", draft).hasStatus(201);
        giveTo(given.officer);
        add("tasks", Map.of("title", "Ring grannen"));
        Map<String, Object> recipient = Map.of("name", "Exempelstads kommun");
        add("referrals", Map.of("question", "Påverkas fisket?", "dueDate", later, "recipients", List.of(recipient)));
        add("waits", Map.of("kind", "paused", "text", "Vilar.", "dueDate", later));
        add("delay-requests", Map.of("receivedOn", TODAY.toString()));
        add("decisions", given.proposal());
        act(other.api(), read(other), "conflicts", Map.of("ground", "party", "note", "Syskon."))
                .hasStatus(201);
        String shown = picture();
        String changed = picture();
        ids.put("recordId", shown);
        List.of("finaliseRecord", "voidRecord", "addRecordVersion").forEach(each -> ids.put(each, changed));
        ids.put("fileId", scanned(shown));
        ids.put("page", "1");
        ids.put("wait", "paused");
        Answer whole = given.manager.api().get("/cases/" + caseId).hasStatus(200);
        remember(whole);
        Map<String, Object> area = Map.of("page", 1, "left", 1, "top", 1, "width", 5, "height", 5);
        bodies.put("makeRedactedCopy", Map.of("fileId", id("fileId"), "reason", "21:1 OSL", "areas", List.of(area)));
        bodies.put("setCaseCompartments", Map.of("compartmentIds", List.of()));
        bodies.put("assignCase", Map.of("unitId", given.water));
        bodies.put("communicateCase", Map.of("recordIds", List.of(shown), "dueDate", later));
        bodies.put(
                "migrateCaseType",
                Map.of("toVersion", 2, "token", "0".repeat(64), "reason", "Följer redan versionen."));
        JDBI.useHandle(handle -> {
            handle.execute("UPDATE cases SET conflicts_pending = '' WHERE id = ?", caseId);
            handle.execute("CREATE TABLE " + kept + " AS SELECT * FROM cases WHERE id = ?", caseId);
        });
        etag = whole.etag();
    }

    private void giveTo(Given.Person person) {
        act(
                        given.manager.api(),
                        read(given.manager),
                        "assignment",
                        Map.of("unitId", given.water, "officerId", person.id(), "reason", "Tar över."))
                .hasStatus(200);
        act(person.api(), read(person), "start", null).hasStatus(200);
    }

    private void remember(Answer whole) {
        ids.put("taskId", whole.text("/law/tasks/0/id"));
        ids.put("enquiryId", whole.text("/law/enquiries/0/id"));
        ids.put("draftId", whole.text("/law/drafts/0/id"));
        ids.put("recipientId", whole.text("/law/enquiries/0/recipients/0/id"));
        ids.put("delayRequestId", whole.text("/law/delayRequests/0/id"));
        ids.put("deadlineId", whole.text("/deadlines/0/id"));
        ids.put("conflictId", whole.text("/law/conflicts/0/id"));
        ids.put("decisionId", whole.text("/decisions/0/id"));
        ids.put("partyId", whole.text("/parties/0/id"));
        ids.put("audience", "public");
        ids.put("getRecordText", whole.text("/law/enquiries/0/letterRecordId"));
    }

    GivenCases cases() {
        return given;
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null || id.isEmpty()) {
            throw new IllegalStateException("the case has no " + name);
        }
        return id;
    }

    private Answer read(Given.Person as) {
        return as.api().get("/cases/" + caseId).hasStatus(200);
    }

    private void add(String what, Object body) {
        Answer answer = act(given.officer.api(), read(given.officer), what, body);
        answer.hasStatus(answer.status() == 200 ? 200 : 201);
    }

    /** Identity of a record with a picture. */
    private String picture() {
        byte[] content = png();
        Api officer = given.officer.api();
        Map<String, Object> file = Map.of("fileName", "karta.png", "size", content.length, "mediaType", "image/png");
        String upload = officer.post("/uploads", file).hasStatus(201).id();
        officer.with("Content-Type", "application/octet-stream")
                .send("PUT", "/uploads/" + upload + "/parts/0", content)
                .hasStatus(200);
        Map<String, Object> record =
                Map.of("uploadId", upload, "direction", "in", "title", "Karta", "date", TODAY.toString());
        return officer.post("/cases/" + caseId + "/file-records", record)
                .hasStatus(201)
                .id();
    }

    /** Identity of the file of a record, once it may be downloaded. */
    private String scanned(String record) {
        for (int i = 0; i < 200; i++) {
            Answer read = given.officer
                    .api()
                    .get("/cases/" + caseId + "/records/" + record)
                    .hasStatus(200);
            if (!read.text("/files/0/scanState").equals("pending")) {
                return read.text("/files/0/id");
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException("never scanned");
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the case back as it was, and then as it stands to the person. */
    void dress(Role role, Situation situation, Given.Person person) {
        boolean assigned = CaseRightsTable.isAssigned(role, situation);
        boolean decides = assigned && role == Role.DECISION_MAKER;
        String me = person.id().toString();
        JDBI.useTransaction(handle -> {
            handle.execute("DELETE FROM cases WHERE id = ?", caseId);
            handle.execute("INSERT INTO cases SELECT * FROM " + kept);
            handle.execute(
                    """
                    UPDATE cases SET unit_id = ?, secrecy_level = ?, officer_id = ?, decision_maker_id = ?, conflicts_pending = ?,
                           conflicts_upheld = ?, state = ? WHERE id = ?""",
                    (situation.inUnit ? given.water : given.animals).toString(),
                    situation.secret() ? "secret" : "open",
                    assigned && !decides ? me : other.id().toString(),
                    decides ? me : given.decider.id().toString(),
                    situation == Situation.CONFLICT_DECLARED && CaseRightsTable.mayDeclare(role) ? me : "",
                    situation == Situation.CONFLICT_UPHELD ? me : "",
                    situation == Situation.CLOSED_IN_OWN_UNIT ? "closed" : "in_progress",
                    caseId);
        });
    }

    /** The operation on this case, with the version it has and a body that is well-formed. */
    Answer call(ContractBundle.Operation operation, Api as) {
        String path = operation.path();
        for (String name :
                path.replaceAll("[^{]*\\{([^}]*)}[^{]*", "$1 ").strip().split(" ")) {
            String own = name.equals("recordId") ? ids.getOrDefault(operation.id(), id(name)) : id(name);
            path = path.replace("{" + name + "}", own);
        }
        if (operation.id().equals("previewTypeMigration")) {
            path += "?toVersion=2";
        }
        return as.with("If-Match", RECORD_VERSION.contains(operation.id()) ? versionOf(ids.get(operation.id())) : etag)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .send(operation.method(), path, body(operation));
    }

    private static String versionOf(@Nullable String record) {
        long version =
                JDBI.withHandle(handle -> handle.createQuery("SELECT row_version FROM case_records WHERE id = :id")
                        .bind("id", record)
                        .mapTo(Long.class)
                        .one());
        return "\"" + version + "\"";
    }

    private @Nullable Object body(ContractBundle.Operation operation) {
        return !operation.takesBody()
                ? null
                : bodies.getOrDefault(operation.id(), operation.body().path("example"));
    }
}
