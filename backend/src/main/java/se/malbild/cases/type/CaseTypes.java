// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Units;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.problem.ProblemException;

/**
 * The case types of an authority (CASES §6), read: which there are, and which version a case follows. They are written by
 * {@link CaseTypeDrafts} and {@link CaseTypePublication}. Thread-safe.
 */
@Singleton
public class CaseTypes {
    /** Delegations of types that an authority already works by are older than the types' newest version. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private final CaseTypeRepository types;
    private final StandingDelegations delegations;
    private final Transactions transactions;
    private final CaseTypeEvents events;
    private final Map<String, CaseType> parsed = new ConcurrentHashMap<>();

    CaseTypes(
            CaseTypeRepository types,
            StandingDelegations delegations,
            Transactions transactions,
            CaseTypeEvents events) {
        this.types = types;
        this.delegations = delegations;
        this.transactions = transactions;
        this.events = events;
    }

    /** A version and where it stands. */
    public record Version(CaseType type, CaseTypeRow row) {
        /** {@code draft}, {@code published} or {@code retired}. */
        public String status() {
            return row.status();
        }

        public @Nullable UUID draftedBy() {
            return row.draftedBy();
        }

        public @Nullable UUID publishedBy() {
            return row.publishedBy();
        }

        public @Nullable Instant publishedAt() {
            return row.publishedAt();
        }
    }

    /** The newest version of each type in each status, by name; in one status only where asked for. */
    public List<Version> list(UUID authorityId, @Nullable String status) {
        List<Version> newest = new ArrayList<>();
        String last = "";
        for (CaseTypeRow row : types.all(authorityId)) {
            String group = row.typeId() + row.status();
            if ((status == null || status.equals(row.status())) && !group.equals(last)) {
                newest.add(version(row));
                last = group;
            }
        }
        return newest;
    }

    /** Every version of a type, newest first; 404 where there is no such type. */
    public List<Version> versions(UUID authorityId, UUID typeId) {
        List<CaseTypeRow> rows = types.versions(authorityId, typeId);
        if (rows.isEmpty()) {
            throw ProblemException.notFound();
        }
        return rows.stream().map(this::version).toList();
    }

    /** The version asked for, or the one in force on {@code day}, or the newest; 404 where there is no such type. */
    public Version get(UUID authorityId, UUID typeId, @Nullable Integer version, LocalDate day) {
        List<CaseTypeRow> rows = types.versions(authorityId, typeId);
        if (version != null) {
            return rows.stream()
                    .filter(row -> row.version() == version)
                    .findFirst()
                    .map(this::version)
                    .orElseThrow(ProblemException::notFound);
        }
        return inForce(rows, day)
                .or(() -> rows.stream().findFirst())
                .map(this::version)
                .orElseThrow(ProblemException::notFound);
    }

    /** The version of the type {@code typeId} which new cases follow on {@code day}. */
    public Optional<Version> inForce(UUID authorityId, UUID typeId, LocalDate day) {
        return inForce(types.versions(authorityId, typeId), day).map(this::version);
    }

    /** The type of that key which new cases follow on {@code day}. */
    public Optional<CaseType> inForce(UUID authorityId, String key, LocalDate day) {
        return inForce(types.terms(authorityId, key), day).map(row -> of(authorityId, row.typeId(), row.version()));
    }

    /** Every type's version which new cases follow on {@code day}, by name. */
    List<Version> allInForce(UUID authorityId, LocalDate day) {
        List<Version> found = new ArrayList<>();
        for (CaseTypeRow row : types.all(authorityId)) {
            boolean known = found.stream().anyMatch(each -> each.row().typeId().equals(row.typeId()));
            if (!known) {
                inForce(types.versions(authorityId, row.typeId()), day)
                        .map(this::version)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** The oldest published version: history that is loaded may be older than the types are. */
    public Optional<CaseType> oldest(UUID authorityId, String key) {
        return types.versions(authorityId, key).reversed().stream()
                .filter(row -> row.status().equals(CaseTypeRow.PUBLISHED))
                .findFirst()
                .map(row -> version(row).type());
    }

    /** The version a case follows. */
    public CaseType of(UUID authorityId, UUID typeId, int version) {
        CaseType known = parsed.get(typeId + "/" + version);
        return known != null
                ? known
                : get(authorityId, typeId, version, LocalDate.EPOCH).type();
    }

    /** Takes in a configuration that is published at once: for the demo and for loading an authority's existing types. */
    public CaseType importPublished(UUID authorityId, String json, Instant at) {
        return transactions.in(() -> {
            CaseType read = CaseTypeReader.read(Ids.next(), json);
            List<CaseTypeRow> earlier = types.lockVersions(authorityId, read.key());
            CaseTypeRow row = new CaseTypeRow(
                    earlier.isEmpty() ? read.id() : earlier.getFirst().typeId(),
                    read.version(),
                    authorityId,
                    read.key(),
                    CaseTypeRow.PUBLISHED,
                    read.name().sv(),
                    read.validFrom(),
                    read.validTo(),
                    json,
                    null,
                    at,
                    null,
                    at,
                    1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            requireNew(row);
            delegations.give(row, version(row).type(), LONG_AGO, Actor.system(), at);
            events.record("ConfigPublished", row, at, Actor.system(), null);
            return version(row).type();
        });
    }

    private void requireNew(CaseTypeRow row) {
        if (!types.insert(row)) {
            throw ProblemException.conflict(
                    "Version %d av %s finns redan.".formatted(row.version(), row.typeKey()),
                    "Version %d of %s already exists.".formatted(row.version(), row.typeKey()));
        }
    }

    /** The newest version that decides on that day; nothing, where that one is retired. */
    static Optional<CaseTypeRow> inForce(List<CaseTypeRow> newestFirst, LocalDate day) {
        return newestFirst.stream()
                .filter(row -> row.holdsOn(day, retiredOn(row)))
                .findFirst()
                .filter(row -> row.status().equals(CaseTypeRow.PUBLISHED));
    }

    private static LocalDate retiredOn(CaseTypeRow row) {
        return row.retiredAt() == null ? LocalDate.MAX : LocalDate.ofInstant(row.retiredAt(), Units.STOCKHOLM);
    }

    /** Drafts are read each time: they change. */
    Version version(CaseTypeRow row) {
        CaseType type = row.isDraft()
                ? CaseTypeReader.readDraft(row.typeId(), row.configuration())
                : parsed.computeIfAbsent(
                        row.typeId() + "/" + row.version(),
                        key -> CaseTypeReader.read(row.typeId(), row.configuration()));
        return new Version(type, row);
    }
}
