// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Role;

/**
 * What each role may do with a case, copied by hand from the table of roles and permissions in the specification (CASES §12) and never
 * from the files the service reads. Letters: A assigned, U own unit and below, G whole authority, – none; m heads only.
 */
final class CaseRightsTable {
    /** The columns of the table. */
    private static final Role[] COLUMNS = {
        Role.REGISTRAR,
        Role.OFFICER,
        Role.DECISION_MAKER,
        Role.UNIT_MANAGER,
        Role.EXECUTIVE,
        Role.BUSINESS_DEVELOPER,
        Role.CONSULTANT,
        Role.ARCHIVIST,
        Role.AUDITOR,
        Role.ADMINISTRATOR
    };

    /** A row of the table, or a rule of another section where it says so. */
    enum Row {
        READ("G", "U", "U", "U", "G", "–", "A", "closed", "G", "–"),
        /** "No export": a consultant reads the pages of a file, but does not get it. */
        TAKE_OUT("G", "U", "U", "U", "G", "–", "–", "closed", "G", "–"),
        READ_SECRET("m", "A", "A", "A", "–", "–", "–", "–", "–", "–"),
        EDIT("–", "A", "A", "A", "–", "–", "A", "–", "–", "–"),
        /** §9: parties are metadata of the register and of the handling; names and numbers that are protected are the handling's alone. */
        PARTIES("G", "A", "A", "U", "–", "–", "–", "–", "–", "–"),
        PROTECTED("–", "A", "A", "A", "–", "–", "–", "–", "–", "–"),
        MARK("G", "A", "A", "U", "G", "–", "–", "G", "–", "–"),
        ASSIGN("U", "A", "–", "U", "–", "–", "–", "–", "–", "–"),
        /** Communicate, refer, request supplement: a consultant's is a draft. */
        OUTSIDE("–", "A", "A", "A", "–", "–", "A", "–", "–", "–"),
        /** Those acts outward that are no request of material: a consultant has no draft of them. */
        OUTSIDE_OTHER("–", "A", "A", "A", "–", "–", "–", "–", "–", "–"),
        PROPOSE("–", "A", "A", "A", "–", "–", "A", "–", "–", "–"),
        /** What a consultant drafts is adopted by an officer of the unit, its manager, or whom it is put to. */
        ADOPT("–", "U", "A", "U", "–", "–", "–", "–", "–", "–"),
        /** Who could adopt a draft puts it aside, and its author; that it is another's is told by a rule, not by a refusal. */
        DISCARD("–", "U", "A", "U", "–", "–", "A", "–", "–", "–"),
        /** By delegation: as far as the case can be decided by somebody of the unit. */
        SIGN("–", "U", "U", "U", "G", "–", "–", "–", "–", "–"),
        /** FL 30: whoever takes part; who does not is told so by a rule, not by a refusal. */
        DISSENT("–", "U", "U", "U", "G", "–", "–", "–", "–", "–"),
        DISPATCH("U", "A", "A", "U", "–", "–", "–", "–", "–", "–"),
        CLOSE("U", "A", "A", "U", "–", "–", "–", "–", "–", "–"),
        /** The unit's own registrations: being given a case of another unit is not enough. */
        VOID("G", "–", "–", "unit", "–", "–", "–", "–", "–", "–"),
        /** §10 Jäv: whoever takes part in the handling. */
        DECLARE("G", "U", "U", "U", "G", "–", "A", "–", "–", "–"),
        RULE("–", "–", "–", "U", "G", "–", "–", "–", "–", "–"),
        /** The row on letting somebody into a compartment, which opens by a second person what was closed. */
        RELEASE("–", "–", "–", "U", "G", "–", "–", "–", "–", "–"),
        /** §3: changeType, migrateTypeVersion by the manager. */
        MIGRATE("–", "–", "–", "U", "–", "–", "–", "–", "–", "–");

        private final Map<Role, String> letters = new HashMap<>();

        Row(String... cells) {
            for (int i = 0; i < COLUMNS.length; i++) {
                letters.put(COLUMNS[i], cells[i]);
            }
        }

        String of(Role role) {
            return letters.getOrDefault(role, "–");
        }
    }

    /**
     * How an operation goes with the table.
     *
     * @param row what it needs
     * @param headIsEnough for reading: whether the head of a case gives an answer at all
     */
    record Need(Row row, boolean headIsEnough) {
        boolean reading() {
            return row == Row.READ || row == Row.TAKE_OUT || row == Row.PROTECTED;
        }
    }

    /** Every operation on one case. */
    static final Map<String, Need> OPERATIONS = new HashMap<>();

    /** Operations of the contract on cases that are not on one case, and how they are held instead. */
    static final Map<String, String> LEFT_OUT = new HashMap<>();

    static {
        put(Row.READ, true, "getCase", "listCaseEvents", "getCaseSecrecy");
        put(
                Row.READ,
                false,
                "listCaseRecords",
                "getRecordText",
                "getFileRecord",
                "getRecordFilePages",
                "getRecordFilePageImage");
        put(Row.TAKE_OUT, false, "downloadRecordFile");
        put(
                Row.EDIT,
                false,
                "startCase",
                "addNote",
                "addRecord",
                "registerDelayRequest",
                "overrideDeadline",
                "addTask",
                "completeTask",
                "addFileRecord",
                "addRecordVersion",
                "finaliseRecord",
                "voidRecord",
                "makeArchivalCopy",
                "makeRedactedCopy",
                "proposeFileRelease",
                "withdrawFileRelease");
        put(Row.RELEASE, false, "confirmFileRelease", "refuseFileRelease");
        put(Row.READ, false, "listCaseParties", "getCaseProjection");
        put(Row.PARTIES, false, "addCaseParty", "changeCaseParty", "endCaseParty");
        put(Row.PROTECTED, false, "readPartyIdentity");
        put(Row.MARK, false, "markCaseSecrecy", "setCaseCompartments", "markRecordSecrecy", "withdrawRecordSecrecy");
        put(Row.ASSIGN, false, "assignCase", "setCasePriority", "suggestOfficers");
        put(Row.OUTSIDE, false, "requestSupplement", "communicateCase", "referCase");
        put(Row.OUTSIDE_OTHER, false, "startWait", "endWait", "settleRecipient", "remindRecipients", "sendDelayNotice");
        put(Row.PROPOSE, false, "proposeDecision");
        put(Row.ADOPT, false, "adoptDecision", "adoptEnquiryDraft");
        put(Row.DISCARD, false, "discardEnquiryDraft");
        put(Row.SIGN, false, "returnDecision", "decideCase", "withdrawDecision", "refuseDelayRequest");
        put(Row.DISSENT, false, "noteDissent");
        put(Row.DISPATCH, false, "dispatchCase");
        put(Row.CLOSE, false, "closeCase");
        put(Row.VOID, false, "proposeVoiding", "confirmVoiding", "refuseVoiding");
        put(Row.DECLARE, false, "declareConflict");
        put(Row.RULE, false, "ruleOnConflict");
        put(Row.MIGRATE, false, "previewTypeMigration", "migrateCaseType");
        leaveOut(
                "a list, held to the reader's scope: who sees what is tried by the leak test",
                "listCases",
                "listMyCases",
                "listDelayNoticesDue",
                "listRegisterRows",
                "searchRegisterRows",
                "listVoidings",
                "listCaseQueues",
                "listQueuedCases",
                "listCaseNotices",
                "listInboxItems",
                "listWaitingConflicts");
        leaveOut(
                "no case yet, or none at all",
                "registerCase",
                "receiveInboxItem",
                "getInboxItem",
                "downloadInboxFile",
                "changeInboxArrival",
                "registerInboxItem",
                "settleInboxItem",
                "reopenInboxItem",
                "registerInboxItems",
                "listCaseOfficers",
                "listCaseFilters",
                "saveCaseFilter",
                "deleteCaseFilter",
                "readCaseNotice");
        leaveOut("the case stands in the body: tried in RegisteringTest", "linkInboxItem");
        leaveOut(
                "each case on its own right, with a result each: tried in BulkActsTest",
                "selectCases",
                "previewBulkAct",
                "actOnCases",
                "getBulkAct",
                "listBulkActItems");
        leaveOut(
                "the case stands in the body: tried in OpeningsTest",
                "openCaseInEmergency",
                "listCaseOpenings",
                "reviewCaseOpening",
                "readCaseForReason");
        leaveOut("a list, by the number of somebody: tried in PartiesTest", "searchParties");
        leaveOut(
                "for other agencies' clients, not for people: tried in SubmissionsTest and CaseStatusTest",
                "createSubmission",
                "getSubmission",
                "startSubmissionUpload",
                "getSubmissionUpload",
                "cancelSubmissionUpload",
                "sendSubmissionUploadPart",
                "getCaseStatus");
        leaveOut("pseudonymised cases of a log, not cases", "listMinedCases", "getMinedCase");
    }

    private CaseRightsTable() {}

    private static void put(Row row, boolean headIsEnough, String... operations) {
        Arrays.stream(operations).forEach(each -> OPERATIONS.put(each, new Need(row, headIsEnough)));
    }

    private static void leaveOut(String why, String... operations) {
        Arrays.stream(operations).forEach(each -> LEFT_OUT.put(each, why));
    }

    /** The roles of the table that people hold. */
    static Stream<Role> roles() {
        return Arrays.stream(COLUMNS);
    }

    /** Whether somebody of the role can have declared a conflict at all. */
    static boolean mayDeclare(Role role) {
        return !Row.DECLARE.of(role).equals("–");
    }

    /** How the case stands to the person. */
    enum Situation {
        OWN(true, true),
        OWN_UNIT(true, false),
        OWN_IN_ANOTHER_UNIT(false, true),
        OTHER_UNIT(false, false),
        OTHER_AUTHORITY(false, false),
        CLOSED_IN_OWN_UNIT(true, false),
        SECRET_OWN(true, true),
        SECRET(true, false),
        CONFLICT_DECLARED(true, true),
        CONFLICT_UPHELD(true, false),
        GRANT_EXPIRED(true, true);

        final boolean inUnit;
        final boolean assigned;

        Situation(boolean inUnit, boolean assigned) {
            this.inUnit = inUnit;
            this.assigned = assigned;
        }

        boolean secret() {
            return this == SECRET || this == SECRET_OWN;
        }
    }

    /** What the answer must be. */
    enum Expected {
        /** It is done, or refused for a reason of its own (400, 409, 412, 422): never 403 or 404. */
        MAY,
        /** 403. */
        FORBIDDEN,
        /** 404, as what never existed. */
        HIDDEN
    }

    private static final Set<Role> HANDLING =
            new HashSet<>(Set.of(Role.OFFICER, Role.DECISION_MAKER, Role.UNIT_MANAGER, Role.CONSULTANT));

    /** Whether the case is the person's own in the situation: only who handles cases can have one. */
    static boolean isAssigned(Role role, Situation situation) {
        return situation.assigned && HANDLING.contains(role);
    }

    static Expected expected(Role role, Situation situation, Need need) {
        String letters = need.row().of(role);
        if (situation == Situation.GRANT_EXPIRED || letters.equals("–")) {
            return Expected.FORBIDDEN;
        }
        boolean content = reads(role, situation);
        boolean head = content || situation.secret() && Row.READ_SECRET.of(role).equals("m");
        if (situation == Situation.CONFLICT_DECLARED && mayDeclare(role)) {
            boolean knew = reads(role, Situation.OWN);
            return !knew
                    ? Expected.HIDDEN
                    : need.row() == Row.DECLARE
                            // Told that it is declared already.
                            ? Expected.MAY
                            : !need.reading()
                                    ? Expected.FORBIDDEN
                                    : need.headIsEnough() ? Expected.MAY : Expected.HIDDEN;
        }
        if (!head) {
            return Expected.HIDDEN;
        }
        if (need.row() == Row.READ || need.row() == Row.TAKE_OUT) {
            return content || need.headIsEnough() ? Expected.MAY : Expected.HIDDEN;
        }
        if (need.row() == Row.PARTIES && !content) {
            // Who the parties are is content: the head of a case does not tell.
            return Expected.HIDDEN;
        }
        return reaches(letters, role, situation) ? Expected.MAY : Expected.FORBIDDEN;
    }

    /** Whether the content of the case may be read. */
    private static boolean reads(Role role, Situation situation) {
        if (situation == Situation.OTHER_AUTHORITY || situation == Situation.CONFLICT_UPHELD) {
            return false;
        }
        if (situation.secret()) {
            return Row.READ_SECRET.of(role).equals("A") && isAssigned(role, situation);
        }
        String letters = Row.READ.of(role);
        return letters.equals("closed") ? situation == Situation.CLOSED_IN_OWN_UNIT : reaches(letters, role, situation);
    }

    private static boolean reaches(@Nullable String letters, Role role, Situation situation) {
        return letters != null
                && switch (letters) {
                    case "G" -> true;
                    case "unit" -> situation.inUnit;
                    case "U" -> situation.inUnit || isAssigned(role, situation);
                    case "A" -> isAssigned(role, situation);
                    default -> false;
                };
    }
}
