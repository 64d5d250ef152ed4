// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.malbild.access.unit.Unit;
import se.malbild.access.unit.Units;
import se.malbild.cases.type.check.CaseTypeCheck;
import se.malbild.cases.type.check.Surroundings;
import se.malbild.platform.Sha256;
import se.malbild.platform.Text;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Case types as one document, from one installation to another (CASES §6): taken out with what they name by code, and taken in as drafts
 * after a dry run that says what would be done.
 */
@Singleton
public class CaseTypeBundles {
    /** Longest bundle, in characters of its configurations. */
    public static final int MOST_CHARACTERS = 1_000_000;

    /** What an authority may lack without the type being wrong. */
    /** What can be put right here after the import. */
    private static final Set<String> LATER = Set.of("unknown_unit", "unknown_competence");

    private final CaseTypes reading;
    private final CaseTypeDrafts drafts;
    private final CaseTypeRepository types;
    private final Units units;
    private final Transactions transactions;

    CaseTypeBundles(
            CaseTypes reading,
            CaseTypeDrafts drafts,
            CaseTypeRepository types,
            Units units,
            Transactions transactions) {
        this.reading = reading;
        this.drafts = drafts;
        this.types = types;
        this.units = units;
        this.transactions = transactions;
    }

    /**
     * What a bundle holds.
     *
     * @param units code → Swedish name where it is known
     */
    public record Content(List<String> types, Map<String, String> units, Set<String> competences) {}

    /** What importing a type does. */
    public enum Action {
        CREATE,
        NEW_VERSION,
        UNCHANGED,
        REFUSED
    }

    /**
     * What importing one type does.
     *
     * @param bundleVersion the version it has in the bundle
     * @param draftVersion the version it becomes here
     * @param faults why it is refused
     * @param remarks what must be mended before it is published here
     */
    public record Item(
            int position,
            @Nullable String key,
            @Nullable Text name,
            @Nullable Integer bundleVersion,
            Action action,
            @Nullable Integer draftVersion,
            @Nullable UUID typeId,
            List<FieldFault> faults,
            List<FieldFault> remarks) {}

    /** What importing a bundle does. */
    public record Plan(String token, List<Item> items) {
        /** Whether any type is refused; the bundle then is, whole. */
        public boolean refused() {
            return items.stream().anyMatch(item -> item.action() == Action.REFUSED);
        }

        /** How many drafts it makes. */
        public int applicable() {
            return refused()
                    ? 0
                    : (int) items.stream()
                            .filter(item -> item.action() != Action.UNCHANGED)
                            .count();
        }
    }

    /** The types of those keys, or all, as they hold on {@code day}. */
    public Content export(UUID authorityId, List<String> keys, LocalDate day) {
        List<CaseTypes.Version> found = reading.allInForce(authorityId, day).stream()
                .filter(each -> keys.isEmpty() || keys.contains(each.type().key()))
                .toList();
        List<FieldFault> unknown = keys.stream()
                .filter(key ->
                        found.stream().noneMatch(each -> each.type().key().equals(key)))
                .map(key -> FieldFault.of(
                        "query/caseType",
                        "not_an_option",
                        "Det finns ingen sådan ärendetyp i kraft.",
                        "There is no such case type in force."))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.ruleBroken(unknown);
        }
        Map<String, String> codes = new TreeMap<>();
        Set<String> competences = new TreeSet<>();
        for (CaseTypes.Version each : found) {
            JsonNode root = CaseTypeDrafts.object(each.row().configuration());
            codes.put(each.type().defaultUnit(), "");
            for (JsonNode rule : root.path("routingRule")) {
                codes.put(rule.path("unit").asString(""), "");
                if (rule.path("competence").isString()) {
                    competences.add(rule.path("competence").asString());
                }
            }
        }
        codes.remove("");
        codes.remove("case_responsible_unit");
        for (Unit unit : units.tree(authorityId, true)) {
            codes.computeIfPresent(unit.code(), (code, name) -> unit.nameSv());
        }
        return new Content(
                found.stream().map(each -> each.row().configuration()).toList(), codes, competences);
    }

    /** What importing these configurations would do; changes nothing. */
    public Plan plan(UUID authorityId, List<String> definitions) {
        int length = definitions.stream().mapToInt(String::length).sum();
        if (length > MOST_CHARACTERS) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "Ett paket får vara högst en megabyte.",
                    "A bundle may be one megabyte at most.");
        }
        Surroundings there = drafts.surroundings(authorityId);
        Set<String> seen = new HashSet<>();
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < definitions.size(); at++) {
            items.add(item(authorityId, at, definitions.get(at), there, seen));
        }
        StringBuilder bound = new StringBuilder(authorityId.toString());
        definitions.forEach(each -> bound.append('\n').append(each));
        items.forEach(each -> bound.append('\n')
                .append(each.key())
                .append(' ')
                .append(each.action())
                .append(' ')
                .append(each.draftVersion()));
        return new Plan(Sha256.hex(bound.toString()), List.copyOf(items));
    }

    private Item item(UUID authorityId, int at, String json, Surroundings there, Set<String> seen) {
        List<FieldFault> faults = new ArrayList<>();
        List<FieldFault> remarks = new ArrayList<>();
        for (FieldFault fault : CaseTypeCheck.publication(json, there)) {
            (LATER.contains(fault.code()) ? remarks : faults)
                    .add(new FieldFault(cut("/caseTypes/" + at + fault.pointer()), fault.code(), fault.message()));
        }
        ObjectNode root = CaseTypeDrafts.object(json);
        String key = root.path("key").isString() ? cut60(root.path("key").asString()) : null;
        Text name = root.path("name").path("sv").isString()
                        && root.path("name").path("en").isString()
                ? new Text(
                        root.path("name").path("sv").asString(),
                        root.path("name").path("en").asString())
                : null;
        Integer version =
                root.path("version").isIntegralNumber() && root.path("version").asInt(0) > 0
                        ? root.path("version").asInt(0)
                        : null;
        List<CaseTypeRow> here = key == null ? List.of() : types.versions(authorityId, key);
        String place = "/caseTypes/" + at + "/key";
        if (key != null && !seen.add(key)) {
            faults.add(FieldFault.of(
                    place, "twice", "Typen finns två gånger i paketet.", "The type is in the bundle twice."));
        }
        UUID typeId = here.isEmpty() ? null : here.getFirst().typeId();
        if (faults.isEmpty() && !here.isEmpty()) {
            CaseTypeRow newest = here.getFirst();
            if (CaseTypeDiff.same(CaseTypeDrafts.object(newest.configuration()), root)) {
                return new Item(at, key, name, version, Action.UNCHANGED, null, typeId, List.of(), remarks);
            }
            if (newest.isDraft()) {
                faults.add(FieldFault.of(
                        place,
                        "draft_exists",
                        "Det finns redan ett utkast här. Publicera det eller släng det först.",
                        "There already is a draft here. Publish it or throw it away first."));
            }
        }
        if (!faults.isEmpty() || version == null) {
            return new Item(at, key, name, version, Action.REFUSED, null, typeId, most(faults), most(remarks));
        }
        int next = here.isEmpty() ? version : Math.max(version, here.getFirst().version() + 1);
        Action action = here.isEmpty() ? Action.CREATE : Action.NEW_VERSION;
        return new Item(at, key, name, version, action, next, typeId, List.of(), most(remarks));
    }

    /** Imports the configurations as drafts, all or none, if that still is what the dry run of that token said. */
    public Plan apply(CaseTypeDrafts.Author author, List<String> definitions, String token) {
        return transactions.in(() -> {
            Plan plan = plan(author.authorityId(), definitions);
            if (plan.refused()) {
                throw ProblemException.ruleBroken(most(plan.items().stream()
                        .flatMap(item -> item.faults().stream())
                        .toList()));
            }
            if (!plan.token().equals(token)) {
                throw ProblemException.conflict(
                        "Något har ändrats sedan provkörningen. Provkör igen och se vad som skulle hända.",
                        "Something has changed since the dry run. Try again and see what would be done.");
            }
            for (Item item : plan.items()) {
                Integer version = item.draftVersion();
                String key = item.key();
                if (version != null && key != null) {
                    List<CaseTypeRow> earlier = types.lockVersions(author.authorityId(), key);
                    CaseTypeDrafts.requireNoDraft(earlier);
                    ObjectNode root = CaseTypeDrafts.object(definitions.get(item.position()));
                    LocalDate from = LocalDate.parse(root.path("validFrom").asString());
                    if (!earlier.isEmpty() && from.isBefore(author.day())) {
                        root.put("validFrom", author.day().plusDays(1).toString());
                        root.remove("validTo");
                    }
                    drafts.keep(
                            author,
                            CaseTypeDrafts.renumbered(root, key, version),
                            earlier,
                            earlier.isEmpty() ? null : earlier.getFirst());
                }
            }
            return plan;
        });
    }

    private static List<FieldFault> most(List<FieldFault> faults) {
        return faults.stream().limit(200).toList();
    }

    private static String cut(String pointer) {
        return pointer.length() <= 300 ? pointer : pointer.substring(0, 300);
    }

    private static String cut60(String key) {
        return key.length() <= 60 ? key : key.substring(0, 60);
    }
}
