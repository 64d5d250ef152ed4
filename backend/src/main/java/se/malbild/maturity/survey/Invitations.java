// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.survey;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.secret.SealingKey;

/**
 * Who has which personal code, kept only so that a letter can reach those who have not answered (SCORING §4). Address and code are sealed
 * together in a row of a random identity; nothing in the database joins it with the code's hash or with an answer, and no role reads it.
 * A used one is wiped by a round of its own, never in the transaction of the answer, which would join the two in the database's log.
 */
@Singleton
class Invitations {
    private final InvitationRepository invitations;
    private final SurveyRepository surveys;
    private final SealingKey key;
    private final Transactions transactions;

    Invitations(InvitationRepository invitations, SurveyRepository surveys, SealingKey key, Transactions transactions) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.key = key;
        this.transactions = transactions;
    }

    /** An opened invitation; it lives no longer than the letter. */
    record Opened(UUID id, String address, String code, boolean mailed) {
        @Override
        public String toString() {
            return "invitation " + id;
        }
    }

    /** Keeps who gets which code. Call it inside the transaction that makes the codes. */
    void keep(UUID authorityId, UUID surveyId, List<String> addresses, List<String> codes) {
        List<InvitationRepository.Row> rows = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            UUID id = Ids.unordered();
            byte[] sealed = key.seal(addresses.get(i) + "\n" + codes.get(i), id.toString());
            rows.add(new InvitationRepository.Row(id, authorityId, surveyId, sealed, null));
        }
        // The codes' hashes are written in another order.
        Collections.shuffle(rows);
        invitations.insert(rows);
    }

    /** Whether anybody is left to write to. */
    boolean any(UUID authorityId, UUID surveyId) {
        return invitations.any(authorityId, surveyId);
    }

    /** Which of the addresses are among those kept, in small letters: nobody gets two codes. */
    Set<String> known(UUID authorityId, UUID surveyId) {
        Set<String> found = new HashSet<>();
        invitations
                .ofSurvey(authorityId, surveyId)
                .forEach(row -> found.add(opened(row).address().toLowerCase(Locale.ROOT)));
        return found;
    }

    /** Those whose code is unused, in no order. */
    List<Opened> unused(UUID authorityId, UUID surveyId) {
        wipeUsed(invitations.ofSurvey(authorityId, surveyId));
        List<Opened> left = new ArrayList<>();
        invitations.ofSurvey(authorityId, surveyId).forEach(row -> left.add(opened(row)));
        Collections.shuffle(left);
        return left;
    }

    /** Wipes all of a survey. Call it inside the transaction that closes it. */
    void forget(UUID authorityId, UUID surveyId) {
        invitations.deleteOf(authorityId, surveyId);
    }

    private Opened opened(InvitationRepository.Row row) {
        String[] parts = key.open(row.sealed(), row.id().toString()).split("\n", 2);
        return new Opened(row.id(), parts[0], parts[1], row.mailedOn() != null);
    }

    @Scheduled(fixedDelay = "6h", initialDelay = "20m")
    void wipeUsed() {
        wipeUsed(invitations.all());
    }

    private void wipeUsed(List<InvitationRepository.Row> rows) {
        List<UUID> used = rows.stream()
                .filter(row -> surveys.isUsed(
                        row.authorityId(), SurveyCode.hash(opened(row).code())))
                .map(InvitationRepository.Row::id)
                .toList();
        transactions.run(() -> invitations.delete(used));
    }
}
