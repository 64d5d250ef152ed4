// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.malbild.access.permission.Caller;
import se.malbild.access.permission.Held;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.check.CaseTypeCheck;
import se.malbild.cases.type.check.Surroundings;
import se.malbild.platform.Ids;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.events.Actor;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of case types (utkast): begun from a version, written as whole documents, thrown away. A type has one draft at most. */
@Singleton
public class CaseTypeDrafts {
    static final String DRAFT = "case-type:draft";

    private static final String DEFINITION = "/definition";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What must be there even in a configuration taken in from outside; whatever else it lacks can be written afterwards. */
    private static final Set<String> DEMANDED = Set.of("/legalBasis", "/retentionRule/rules", "/decisionTypes");

    private final CaseTypeRepository types;
    private final CaseTypes reading;
    private final Units units;
    private final KnownCompetences competences;
    private final Transactions transactions;
    private final CaseTypeEvents events;

    CaseTypeDrafts(
            CaseTypeRepository types,
            CaseTypes reading,
            Units units,
            KnownCompetences competences,
            Transactions transactions,
            CaseTypeEvents events) {
        this.types = types;
        this.reading = reading;
        this.units = units;
        this.competences = competences;
        this.transactions = transactions;
        this.events = events;
    }

    /** Who writes, as what and when. */
    public record Author(UUID authorityId, UUID userId, Actor actor, Instant at) {
        LocalDate day() {
            return LocalDate.ofInstant(at, Units.STOCKHOLM);
        }
    }

    /** A type to be made from another. */
    public record NewType(String key, Text name) {}

    /** Which types the person may draft: every type, or those of the units of a grant. */
    CaseTypeReach reach(Caller caller) {
        Held held = caller.require(DRAFT);
        return held.wholeAuthority()
                ? new CaseTypeReach(true, Set.of())
                : new CaseTypeReach(
                        false,
                        units.tree(caller.authorityId(), false).stream()
                                .filter(each -> held.coversUnit(each.id()))
                                .map(Unit::code)
                                .collect(Collectors.toSet()));
    }

    /** The unit the cases of a version go to. */
    static String unitOf(CaseTypeRow row) {
        return CaseTypeReader.readDraft(row.typeId(), row.configuration()).defaultUnit();
    }

    /** Begins a draft as a copy of a version: the type's next version, or the first of a new type. */
    CaseTypes.Version begin(Author author, CaseTypeReach reach, UUID typeId, int from, @Nullable NewType newType) {
        return transactions.in(() -> {
            CaseTypeRow source = types.lock(author.authorityId(), typeId, from).orElseThrow(ProblemException::notFound);
            reach.require(unitOf(source));
            String key = newType == null ? source.typeKey() : newType.key();
            List<CaseTypeRow> earlier = types.lockVersions(author.authorityId(), key);
            if (newType != null && !earlier.isEmpty()) {
                throw ProblemException.ruleBroken(
                        "/newKey",
                        "taken",
                        "Det finns redan en ärendetyp med det namnet.",
                        "There already is a case type of that name.");
            }
            requireNoDraft(earlier);
            int version = earlier.isEmpty() ? 1 : earlier.getFirst().version() + 1;
            ObjectNode definition = object(source.configuration());
            if (newType != null) {
                definition
                        .putObject("name")
                        .put("sv", newType.name().sv())
                        .put("en", newType.name().en());
            }
            definition.put(
                    "validFrom",
                    author.day().with(TemporalAdjusters.firstDayOfNextMonth()).toString());
            definition.remove("validTo");
            return keep(author, renumbered(definition, key, version), earlier, source);
        });
    }

    /** Takes in a configuration from outside as a draft, under the version it states. */
    public CaseTypes.Version takeIn(Author author, String json) {
        List<FieldFault> faults = new ArrayList<>(CaseTypeCheck.shape(json));
        if (faults.isEmpty()) {
            CaseTypeCheck.publication(json, Surroundings.NONE).stream()
                    .filter(fault -> DEMANDED.contains(fault.pointer()))
                    .forEach(faults::add);
        }
        refuse(faults);
        return transactions.in(() -> {
            ObjectNode definition = object(json);
            List<CaseTypeRow> earlier = types.lockVersions(
                    author.authorityId(), definition.path("key").asString());
            requireNoDraft(earlier);
            return keep(author, definition, earlier, earlier.isEmpty() ? null : earlier.getFirst());
        });
    }

    /** Keeps a configuration, whose key and version are right, as a draft. */
    CaseTypes.Version keep(
            Author author, ObjectNode definition, List<CaseTypeRow> earlier, @Nullable CaseTypeRow source) {
        definition.put("status", CaseTypeRow.DRAFT);
        String json = JSON.writeValueAsString(definition);
        CaseType read = CaseTypeReader.readDraft(
                earlier.isEmpty() ? Ids.next() : earlier.getFirst().typeId(), json);
        CaseTypeRow row = new CaseTypeRow(
                read.id(),
                read.version(),
                author.authorityId(),
                read.key(),
                CaseTypeRow.DRAFT,
                read.name().sv(),
                read.validFrom(),
                read.validTo(),
                json,
                author.userId(),
                author.at(),
                null,
                null,
                1,
                source == null ? null : source.typeId(),
                source == null ? null : source.version(),
                null,
                null,
                null,
                null);
        if (!types.insert(row)) {
            throw ProblemException.conflict(
                    "Version %d av %s finns redan.".formatted(row.version(), row.typeKey()),
                    "Version %d of %s already exists.".formatted(row.version(), row.typeKey()));
        }
        types.addAuthor(row, author.userId());
        events.record("ConfigDrafted", row, author.at(), author.actor(), null);
        return reading.version(row);
    }

    /** Writes a draft anew, on the revision that was read. */
    CaseTypes.Version change(Author author, CaseTypeReach reach, UUID typeId, int version, long expected, String json) {
        refuse(CaseTypeCheck.shape(json));
        return transactions.in(() -> {
            CaseTypeRow row = draft(author.authorityId(), typeId, version, expected);
            reach.require(unitOf(row));
            ObjectNode definition = object(json);
            refuseOtherType(row, definition);
            definition.put("status", CaseTypeRow.DRAFT);
            String written = JSON.writeValueAsString(definition);
            CaseType read = CaseTypeReader.readDraft(typeId, written);
            if (!reach.covers(read.defaultUnit())) {
                throw ProblemException.ruleBroken(
                        DEFINITION + "/defaultUnit",
                        "outside_grant",
                        "Ärendena ska gå till en enhet som din behörighet gäller.",
                        "The cases must go to a unit your grant is for.");
            }
            CaseTypeRow next = new CaseTypeRow(
                    row.typeId(),
                    row.version(),
                    row.authorityId(),
                    row.typeKey(),
                    row.status(),
                    read.name().sv(),
                    read.validFrom(),
                    read.validTo(),
                    written,
                    row.draftedBy(),
                    row.draftedAt(),
                    null,
                    null,
                    row.revision() + 1,
                    row.basedOnType(),
                    row.basedOnVersion(),
                    author.at(),
                    null,
                    null,
                    null);
            types.rewrite(next, author.at());
            types.addAuthor(next, author.userId());
            events.record("ConfigChanged", next, author.at(), author.actor(), null);
            return reading.version(next);
        });
    }

    /** Throws a draft away. */
    void discard(Author author, CaseTypeReach reach, UUID typeId, int version, long expected) {
        transactions.run(() -> {
            CaseTypeRow row = draft(author.authorityId(), typeId, version, expected);
            reach.require(unitOf(row));
            reach.requireOwn(author.userId(), row);
            types.delete(row);
            events.record("ConfigDiscarded", row, author.at(), author.actor(), null);
        });
    }

    /** What stands in the way of publishing a draft; nothing for other versions. */
    public List<FieldFault> faults(CaseTypes.Version version) {
        return version.row().isDraft()
                ? CaseTypeCheck.publication(
                        version.row().configuration(),
                        surroundings(version.row().authorityId()))
                : List.of();
    }

    /** What there is today that a type may name. */
    Surroundings surroundings(UUID authorityId) {
        return new Surroundings(
                units.tree(authorityId, false).stream().map(Unit::code).collect(Collectors.toSet()),
                competences.of(authorityId));
    }

    /** Everybody who has written in a version. */
    public List<UUID> authors(CaseTypes.Version version) {
        List<UUID> authors = new ArrayList<>(types.authors(version.row()));
        UUID first = version.row().draftedBy();
        if (first != null && !authors.contains(first)) {
            authors.addFirst(first);
        }
        return authors;
    }

    /** As another type's or version's configuration. */
    static ObjectNode renumbered(ObjectNode definition, String key, int version) {
        definition.put("key", key);
        definition.put("version", version);
        if (definition.path("formSchema") instanceof ObjectNode form) {
            form.put("$id", "urn:malbild:case-type:%s:%d:form".formatted(key, version));
        }
        return definition;
    }

    static ObjectNode object(String json) {
        JsonNode root = JSON.readTree(json);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a case type is a JSON object");
    }

    static void requireNoDraft(List<CaseTypeRow> versions) {
        versions.stream().filter(CaseTypeRow::isDraft).findFirst().ifPresent(draft -> {
            throw ProblemException.conflict(
                    "Det finns redan ett utkast, version %d. Skriv vidare i det.".formatted(draft.version()),
                    "There already is a draft, version %d. Go on with that one.".formatted(draft.version()));
        });
    }

    private CaseTypeRow draft(UUID authorityId, UUID typeId, int version, long expected) {
        CaseTypeRow row = types.lock(authorityId, typeId, version).orElseThrow(ProblemException::notFound);
        if (!row.isDraft()) {
            throw ProblemException.conflict(
                    "En publicerad version ändras inte. Gör ett nytt utkast.",
                    "A published version is not changed. Begin a new draft.");
        }
        if (row.revision() != expected) {
            throw ProblemException.stale(row.revision());
        }
        return row;
    }

    private static void refuseOtherType(CaseTypeRow row, ObjectNode definition) {
        List<FieldFault> faults = new ArrayList<>();
        if (!definition.path("key").asString("").equals(row.typeKey())) {
            faults.add(FieldFault.of(
                    "/key", "fixed", "Typens korta namn ändras aldrig.", "The short name of a type never changes."));
        }
        if (definition.path("version").asInt(0) != row.version()) {
            faults.add(FieldFault.of(
                    "/version", "fixed", "Versionens nummer ändras aldrig.", "The number of a version never changes."));
        }
        refuse(faults);
    }

    private static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.ruleBroken(faults.stream()
                    .map(fault -> new FieldFault(DEFINITION + fault.pointer(), fault.code(), fault.message()))
                    .toList());
        }
    }
}
