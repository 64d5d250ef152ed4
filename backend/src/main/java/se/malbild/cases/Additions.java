// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;
import se.malbild.cases.type.CaseType;
import se.malbild.cases.type.CaseTypes;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;

/**
 * Adds what has come in to a case that exists (koppla till ärende, CASES §3 <i>link</i>). A closed case stays closed: what comes late is
 * an administrative addition.
 */
@Singleton
public class Additions {
    private static final String REGISTER = "case:register";
    private static final Set<CaseState> AFTERWARDS = EnumSet.of(CaseState.CLOSED, CaseState.ARCHIVED);

    private final CaseRepository cases;
    private final CaseContentRepository content;
    private final Deadlines deadlines;
    private final Records records;
    private final CaseTypes types;
    private final Transactions transactions;
    private final EventWriter events;

    Additions(
            CaseRepository cases,
            CaseContentRepository content,
            Deadlines deadlines,
            Records records,
            CaseTypes types,
            Transactions transactions,
            EventWriter events) {
        this.cases = cases;
        this.content = content;
        this.deadlines = deadlines;
        this.records = records;
        this.types = types;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What came in.
     *
     * @param arrived day it counts as received
     * @param earlier what happened to it before; empty for what came with something that was linked
     */
    public record Item(
            UUID id,
            String title,
            @Nullable String documentKey,
            LocalDate arrived,
            Channel channel,
            @Nullable String sender,
            List<Earlier> earlier) {}

    /** Where it ended up. */
    public record Added(CaseFile file, UUID recordId, int recordNo, boolean administrative) {}

    /** Registers it as a record of the case. */
    public Added add(CaseScope scope, Act act, UUID caseId, Item item) {
        return transactions.in(() -> {
            CaseFile file = cases.lock(scope, caseId);
            scope.require(REGISTER, file);
            boolean afterwards = AFTERWARDS.contains(file.state());
            if (!afterwards && !file.state().isOpen()) {
                throw ProblemException.conflict(
                        "Ärendet tar inte emot fler handlingar.",
                        "The case takes no more records.",
                        Map.of("state", file.state().code()));
            }
            CaseType type = types.of(file.authorityId(), file.caseTypeId(), file.caseTypeVersion());
            requireKnown(type, item.documentKey());
            List<NewEvent> first = new ArrayList<>(
                    item.earlier().stream().map(each -> each.in(file)).toList());
            if (!first.isEmpty()) {
                first.add(CaseEvents.of(act, file, "ItemLinked", "item", item.id())
                        .withChannel(item.channel().code()));
                events.append(first);
            }
            Set<String> before = Set.copyOf(content.documentKeys(file));
            CaseRecord record = records.add(
                    act,
                    file,
                    new Records.Wanted(
                            CaseRecord.Direction.IN,
                            item.title(),
                            item.documentKey(),
                            item.arrived(),
                            item.channel(),
                            item.sender()));
            if (afterwards) {
                events.append(CaseEvents.of(act, file, "AdministrativeAddition", "record", record.id())
                        .withAttributes(Map.of("recordNo", record.recordNo())));
            } else {
                beginIfNowComplete(file, type, before, item);
            }
            CaseFile next = file.touched();
            cases.update(afterwards ? next : deadlines.withNextDue(next), null);
            return new Added(next, record.id(), record.recordNo(), afterwards);
        });
    }

    private static void requireKnown(CaseType type, @Nullable String documentKey) {
        if (documentKey != null
                && type.documents().stream().noneMatch(rule -> rule.key().equals(documentKey))) {
            throw ProblemException.ruleBroken(
                    "/documentKey",
                    "not_an_option",
                    "Ärendetypen har ingen sådan handling.",
                    "The case type has no such document.");
        }
    }

    /** Deadlines counted from completeness begin with the last document that lacked. */
    private void beginIfNowComplete(CaseFile file, CaseType type, Set<String> before, Item item) {
        if (item.documentKey() == null) {
            return;
        }
        Set<String> after = new HashSet<>(before);
        after.add(item.documentKey());
        if (!Registration.isComplete(type, file.formData(), before)
                && Registration.isComplete(type, file.formData(), after)) {
            deadlines.begin(file, type, "complete", item.arrived());
        }
    }
}
