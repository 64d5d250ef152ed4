// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.deadline.Channel;

/**
 * A record of a case (handling, TF 2:4). What is registered is never changed or deleted.
 *
 * @param recordNo 1, 2, 3 … without gaps in the case
 * @param documentKey which of the type's documents it is
 * @param dated day it came in or was drawn up
 * @param correspondent sender or recipient
 * @param mediaType kind of its text, where it was drawn up here
 * @param sha256 address of its content in the file store
 */
public record CaseRecord(
        UUID id,
        UUID authorityId,
        UUID caseId,
        int recordNo,
        Direction direction,
        String title,
        @Nullable String documentKey,
        LocalDate dated,
        @Nullable Channel channel,
        @Nullable String correspondent,
        @Nullable String mediaType,
        @Nullable String sha256,
        @Nullable UUID createdBy,
        Instant createdAt) {

    /** Came in, went out or stayed within. */
    public enum Direction {
        IN,
        OUT,
        INTERNAL;

        /** As in the contract and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The direction of that code. */
        public static Direction of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What stands where a marking withholds the title. */
    static final String NO_TITLE = "Sekretessmarkerad handling";

    /** As it stands to somebody who may not read it: without content, and without title and correspondent where those say too much. */
    CaseRecord withheld(boolean titleToo) {
        return copy(titleToo ? NO_TITLE : title, titleToo ? null : correspondent, null, null);
    }

    /** Named without its title. */
    CaseRecord untitled() {
        return copy(NO_TITLE, correspondent, mediaType, sha256);
    }

    private CaseRecord copy(
            String shownTitle, @Nullable String shownTo, @Nullable String shownType, @Nullable String hash) {
        return new CaseRecord(
                id,
                authorityId,
                caseId,
                recordNo,
                direction,
                shownTitle,
                documentKey,
                dated,
                channel,
                shownTo,
                shownType,
                hash,
                createdBy,
                createdAt);
    }

    /** Whether its text can be read here. */
    public boolean readable() {
        return sha256 != null && mediaType != null;
    }
}
