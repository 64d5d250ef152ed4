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
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.decision.Delegation;
import se.malbild.cases.decision.DelegationRepository;
import se.malbild.platform.Ids;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.events.EventWriter;
import se.malbild.platform.events.NewEvent;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/** The case types of an authority (CASES §6): taken in as drafts, published by a second person, then never changed. Thread-safe. */
@Singleton
public class CaseTypes {
    /** Delegations of types that an authority already works by are older than the types' newest version. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private final CaseTypeRepository types;
    private final DelegationRepository delegations;
    private final Units units;
    private final Transactions transactions;
    private final EventWriter events;
    private final Map<String, CaseType> parsed = new ConcurrentHashMap<>();

    CaseTypes(
            CaseTypeRepository types,
            DelegationRepository delegations,
            Units units,
            Transactions transactions,
            EventWriter events) {
        this.types = types;
        this.delegations = delegations;
        this.units = units;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * A version and where it stands.
     *
     * @param status {@code draft}, {@code published} or {@code retired}
     */
    public record Version(
            CaseType type,
            String status,
            @Nullable UUID draftedBy,
            @Nullable UUID publishedBy,
            @Nullable Instant publishedAt) {}

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

    /** The type of that key which new cases follow on {@code day}. */
    public Optional<CaseType> inForce(UUID authorityId, String key, LocalDate day) {
        return inForce(types.versions(authorityId, key), day)
                .map(row -> version(row).type());
    }

    /** The oldest published version: history that is loaded may be older than the types are. */
    public Optional<CaseType> oldest(UUID authorityId, String key) {
        return types.versions(authorityId, key).reversed().stream()
                .filter(row -> row.status().equals("published"))
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

    /** Takes in a configuration as a draft. */
    public Version draft(UUID authorityId, String json, UUID author, Actor actor, Instant at) {
        return transactions.in(() -> {
            CaseTypeRow row = row(authorityId, json, "draft", author, at, null);
            types.insert(row);
            record("ConfigDrafted", row, at, actor);
            return version(row);
        });
    }

    /** Publishes a draft; by somebody other than its author. */
    public Version publish(UUID authorityId, UUID typeId, int version, UUID by, Actor actor, Instant at) {
        return transactions.in(() -> {
            CaseTypeRow row = types.lock(authorityId, typeId, version).orElseThrow(ProblemException::notFound);
            if (!row.status().equals("draft")) {
                throw ProblemException.conflict("Versionen är redan publicerad.", "The version is already published.");
            }
            if (by.equals(row.draftedBy())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Någon annan än den som lade in utkastet ska publicera det.",
                        "Somebody other than the author of the draft must publish it.");
            }
            types.publish(authorityId, typeId, version, by, at);
            delegate(row, row.validFrom());
            record("ConfigPublished", row, at, actor);
            return get(authorityId, typeId, version, row.validFrom());
        });
    }

    /** Takes in a configuration that is published at once: for the demo and for loading an authority's existing types. */
    public CaseType importPublished(UUID authorityId, String json, Instant at) {
        return transactions.in(() -> {
            CaseTypeRow row = row(authorityId, json, "published", null, at, at);
            types.insert(row);
            delegate(row, LONG_AGO);
            record("ConfigPublished", row, at, Actor.system());
            return version(row).type();
        });
    }

    private CaseTypeRow row(
            UUID authorityId,
            String json,
            String status,
            @Nullable UUID author,
            Instant at,
            @Nullable Instant publishedAt) {
        CaseType read = read(Ids.next(), json);
        List<CaseTypeRow> earlier = types.versions(authorityId, read.key());
        if (earlier.stream().anyMatch(each -> each.version() == read.version())) {
            throw ProblemException.conflict(
                    "Version %d av %s finns redan.".formatted(read.version(), read.key()),
                    "Version %d of %s already exists.".formatted(read.version(), read.key()));
        }
        UUID id = earlier.isEmpty() ? read.id() : earlier.getFirst().typeId();
        return new CaseTypeRow(
                id,
                read.version(),
                authorityId,
                read.key(),
                status,
                read.name().sv(),
                read.validFrom(),
                read.validTo(),
                json,
                author,
                at,
                null,
                publishedAt);
    }

    private static CaseType read(UUID id, String json) {
        try {
            return CaseTypeReader.read(id, json);
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw ProblemException.ruleBroken(
                    "/definition",
                    "not_a_case_type",
                    "Ärendetypen går inte att läsa: " + wrong.getMessage(),
                    "The case type cannot be read: " + wrong.getMessage());
        }
    }

    /** The roles that the type's decisions are delegated to, everywhere in the authority; a holder's own unit still limits. */
    private void delegate(CaseTypeRow row, LocalDate from) {
        CaseType type = version(row).type();
        UUID root = units.tree(row.authorityId(), true).stream()
                .filter(unit -> unit.parentId() == null)
                .findFirst()
                .map(Unit::id)
                .orElseThrow();
        type.decisionTypes().forEach(kind -> {
            List<String> already = delegations.of(row.authorityId(), type.key(), kind.key()).stream()
                    .map(Delegation::holderRole)
                    .toList();
            kind.delegationRoles().stream()
                    .filter(role -> !already.contains(role))
                    .forEach(role -> delegations.insert(new Delegation(
                            Ids.next(),
                            row.authorityId(),
                            type.key(),
                            kind.key(),
                            root,
                            role,
                            from,
                            null,
                            "Arbetsordningen, ärendetypen %s version %d".formatted(type.key(), type.version()))));
        });
    }

    private void record(String activity, CaseTypeRow row, Instant at, Actor actor) {
        events.append(NewEvent.inAuthority(row.authorityId(), activity, at, actor)
                .withCaseType(row.typeId(), row.version())
                .withObjects("case-type:" + row.typeId())
                .withAttributes(Map.of("key", row.typeKey(), "version", row.version())));
    }

    private static Optional<CaseTypeRow> inForce(List<CaseTypeRow> newestFirst, LocalDate day) {
        return newestFirst.stream()
                .filter(row -> row.status().equals("published")
                        && !day.isBefore(row.validFrom())
                        && (row.validTo() == null || !day.isAfter(row.validTo())))
                .findFirst();
    }

    private Version version(CaseTypeRow row) {
        CaseType type = parsed.computeIfAbsent(
                row.typeId() + "/" + row.version(), key -> CaseTypeReader.read(row.typeId(), row.configuration()));
        return new Version(type, row.status(), row.draftedBy(), row.publishedBy(), row.publishedAt());
    }
}
