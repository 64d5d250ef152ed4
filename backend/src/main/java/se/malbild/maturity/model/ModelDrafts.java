// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.malbild.maturity.model.exchange.Fault;
import se.malbild.maturity.model.exchange.ModelFile;
import se.malbild.platform.Ids;
import se.malbild.platform.Sha256;
import se.malbild.platform.db.Transactions;
import se.malbild.platform.problem.FieldFault;
import se.malbild.platform.problem.ProblemException;
import se.malbild.platform.problem.ProblemType;

/**
 * Drafts of an authority's own models: begun as a copy, taken in from a file, changed and thrown away. A draft always keeps to the rules
 * of a model file (SCORING §8), so that whatever is published can be read.
 */
@Singleton
class ModelDrafts {
    static final String DRAFT = "maturity-model:draft";
    private static final String VERSION = "version";

    private final ShippedModels shipped;
    private final ModelRepository rows;
    private final Transactions transactions;
    private final ModelEvents events;

    ModelDrafts(ShippedModels shipped, ModelRepository rows, Transactions transactions, ModelEvents events) {
        this.shipped = shipped;
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    /** What became, or would become, of a file. */
    enum Outcome {
        WOULD_DRAFT,
        DRAFTED,
        ALREADY_THERE,
        REFUSED
    }

    /**
     * A file that was read.
     *
     * @param model absent where it cannot be taken in
     */
    record Imported(Outcome outcome, @Nullable MaturityModel model, List<Fault> faults) {}

    /** Begins a draft as a copy of a published version. */
    ModelRow begin(ModelAuthor by, ModelRow.Name basedOn, ModelRow.Name wanted) {
        requireOwnIdentity(wanted.id());
        Map<String, Object> document = new LinkedHashMap<>(published(by, basedOn));
        document.put("id", wanted.id());
        document.put(VERSION, wanted.version());
        return transactions.in(() -> insert(by, document, basedOn)
                .orElseThrow(() -> ProblemException.conflict(
                        "Modellen har redan en version %s.".formatted(wanted.version()),
                        "The model already has a version %s.".formatted(wanted.version()))));
    }

    private void requireOwnIdentity(String id) {
        if (shipped.owns(id)) {
            throw ProblemException.ruleBroken(
                    "/id",
                    "of_the_product",
                    "Den modellen kommer med produkten. Ge er egen ett annat id.",
                    "That model comes with the product. Give your own another id.");
        }
    }

    private Map<String, Object> published(ModelAuthor by, ModelRow.Name name) {
        return shipped.find(name.id(), name.version())
                .map(ShippedModels.Shipped::document)
                .or(() -> rows.find(by.authorityId(), name.id(), name.version())
                        .filter(row -> row.state() != ModelState.DRAFT)
                        .map(ModelRow::document))
                .orElseThrow(() -> ProblemException.ruleBroken(
                        "/basedOn",
                        "not_published",
                        "Välj en publicerad version att utgå från.",
                        "Choose a published version to begin from."));
    }

    /** Replaces a draft. */
    ModelRow change(ModelAuthor by, ModelRow.Name name, long expected, Map<String, Object> document) {
        ModelFile.Read read = ModelFile.read(ModelRow.json(document).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> sound = read.document();
        return transactions.in(() -> {
            ModelRow now = lockDraft(by, name, expected);
            if (sound == null) {
                throw ProblemException.ruleBroken(read.faults().stream()
                        .filter(fault -> !fault.warning())
                        .map(ModelDrafts::fieldFault)
                        .toList());
            }
            if (!now.modelId().equals(sound.get("id"))) {
                throw ProblemException.ruleBroken(
                        "/document/id",
                        "fixed",
                        "En modells id kan inte ändras. Börja ett nytt utkast med det nya id:t.",
                        "The id of a model cannot change. Begin a new draft with the new id.");
            }
            Map<String, Object> kept = kept(sound);
            String json = ModelRow.json(kept);
            String version = version(kept);
            if (!rows.change(now, version, json, Sha256.hex(json))) {
                throw ProblemException.conflict(
                        "Modellen har redan en version %s.".formatted(version),
                        "The model already has a version %s.".formatted(version));
            }
            rows.addAuthor(now, by.userId());
            ModelRow changed =
                    rows.find(by.authorityId(), now.modelId(), version).orElseThrow();
            events.append(by, changed, "MaturityModelChanged", Map.of());
            return changed;
        });
    }

    private static FieldFault fieldFault(Fault fault) {
        return FieldFault.of(
                "/document" + fault.pointer(),
                fault.code().written().toLowerCase(java.util.Locale.ROOT),
                fault.sv(),
                fault.en());
    }

    /** Throws a draft away. */
    void discard(ModelAuthor by, ModelRow.Name name, long expected) {
        transactions.run(() -> {
            ModelRow now = lockDraft(by, name, expected);
            if (by.byGrant() && !by.userId().equals(now.draftedBy())) {
                throw ProblemException.of(
                        ProblemType.NOT_PERMITTED,
                        "Du får kasta bara utkast som du har börjat själv.",
                        "You may discard only drafts that you began yourself.");
            }
            rows.delete(now);
            events.append(by, now, "MaturityModelDiscarded", Map.of());
        });
    }

    private ModelRow lockDraft(ModelAuthor by, ModelRow.Name name, long expected) {
        if (shipped.find(name.id(), name.version()).isPresent()) {
            throw published();
        }
        ModelRow now = rows.lock(by.authorityId(), name.id(), name.version()).orElseThrow(ProblemException::notFound);
        if (now.state() != ModelState.DRAFT) {
            throw published();
        }
        if (now.revision() != expected) {
            throw ProblemException.stale(now.revision());
        }
        return now;
    }

    private static ProblemException published() {
        return ProblemException.conflict(
                "En publicerad version ändras aldrig. Börja ett utkast till nästa version.",
                "A published version never changes. Begin a draft of the next version.");
    }

    /** Takes in a file as a draft, or with {@code dryRun} only says what would become of it. */
    Imported take(ModelAuthor by, byte[] file, boolean dryRun) {
        ModelFile.Read read = ModelFile.read(file);
        Map<String, Object> document = read.document();
        if (document == null) {
            return new Imported(Outcome.REFUSED, null, read.faults());
        }
        Map<String, Object> kept = kept(document);
        MaturityModel model = ModelReader.model(kept, "");
        return transactions.in(() -> {
            Optional<Map<String, Object>> there = there(by, model);
            if (there.isPresent()) {
                return there.map(same -> isSame(same, kept)).orElse(false)
                        ? new Imported(Outcome.ALREADY_THERE, model, read.faults())
                        : new Imported(Outcome.REFUSED, model, with(read.faults(), taken(by, model)));
            }
            if (shipped.owns(model.id())) {
                return new Imported(Outcome.REFUSED, model, with(read.faults(), ofTheProduct()));
            }
            if (dryRun) {
                return new Imported(Outcome.WOULD_DRAFT, model, read.faults());
            }
            if (insert(by, kept, null).isEmpty()) {
                throw ProblemException.conflict(
                        "Modellen togs in av någon annan nyss.", "The model was just taken in by somebody else.");
            }
            return new Imported(Outcome.DRAFTED, model, read.faults());
        });
    }

    private Optional<Map<String, Object>> there(ModelAuthor by, MaturityModel model) {
        return shipped.find(model.id(), model.version())
                .map(ShippedModels.Shipped::document)
                .or(() ->
                        rows.find(by.authorityId(), model.id(), model.version()).map(ModelRow::document));
    }

    /** By what a model says: a workbook has no place for the rest. */
    private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
        return Objects.equals(one.get("licence"), other.get("licence"))
                && ModelReader.model(one, "").equals(ModelReader.model(other, ""));
    }

    private Fault taken(ModelAuthor by, MaturityModel model) {
        boolean draft = rows.find(by.authorityId(), model.id(), model.version())
                .filter(row -> row.state() == ModelState.DRAFT)
                .isPresent();
        return draft
                ? Fault.whole(
                        Fault.Code.M050,
                        VERSION,
                        "Det finns redan ett utkast med samma id och version. Kasta utkastet eller höj versionen i filen.",
                        "There already is a draft of the same id and version. Throw the draft away or raise the version in the file.")
                : Fault.whole(
                        Fault.Code.M050,
                        VERSION,
                        "Samma id och version är redan publicerad med annat innehåll. Höj versionen i filen.",
                        "The same id and version is already published with other content. Raise the version in the file.");
    }

    private static Fault ofTheProduct() {
        return Fault.whole(
                Fault.Code.M050,
                "id",
                "Den modellen kommer med produkten. Ge er egen ett annat id.",
                "That model comes with the product. Give your own another id.");
    }

    private static List<Fault> with(List<Fault> faults, Fault last) {
        return java.util.stream.Stream.concat(faults.stream(), java.util.stream.Stream.of(last))
                .toList();
    }

    private Optional<ModelRow> insert(ModelAuthor by, Map<String, Object> document, ModelRow.@Nullable Name basedOn) {
        String json = ModelRow.json(kept(document));
        ModelRow row = new ModelRow(
                Ids.at(by.at().toEpochMilli()),
                by.authorityId(),
                String.valueOf(document.get("id")),
                version(document),
                ModelState.DRAFT,
                json,
                Sha256.hex(json),
                basedOn == null ? null : basedOn.id(),
                basedOn == null ? null : basedOn.version(),
                by.userId(),
                by.at(),
                null,
                null,
                null,
                null,
                null,
                1);
        if (!rows.insert(row)) {
            return Optional.empty();
        }
        rows.addAuthor(row, by.userId());
        events.append(by, row, "MaturityModelDrafted", Map.of("imported", basedOn == null));
        return rows.find(by.authorityId(), row.modelId(), row.version());
    }

    /** An import is always a draft, whatever the file calls itself. */
    private static Map<String, Object> kept(Map<String, Object> document) {
        Map<String, Object> kept = new LinkedHashMap<>(document);
        kept.remove("status");
        return kept;
    }

    private static String version(Map<String, Object> document) {
        return String.valueOf(document.get(VERSION));
    }
}
