// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.malbild.cases.SecrecyLevel;
import se.malbild.cases.deadline.Deadline;
import se.malbild.cases.deadline.PeriodLength;
import se.malbild.platform.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a case type from its JSON form (CASES §6). */
public final class CaseTypeReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseTypeReader() {}

    /**
     * The type in {@code json}, as version of the type {@code id}.
     *
     * @throws IllegalArgumentException if a part that every type must have is missing: legal basis, retention, secrecy, decision types
     */
    public static CaseType read(UUID id, String json) {
        JsonNode root = parse(json);
        requireParts(root);
        return of(id, root, json);
    }

    /**
     * As {@link #read}, for a draft: it has the shape of a case type and may still lack what publication demands.
     *
     * @throws IllegalArgumentException if it does not have that shape
     */
    static CaseType readDraft(UUID id, String json) {
        return of(id, parse(json), json);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the case type is not JSON", e);
        }
    }

    private static CaseType of(UUID id, JsonNode root, String json) {
        JsonNode web = root.path("publicRegister").path("webRegister");
        return new CaseType(
                id,
                string(root, "key"),
                root.path("version").asInt(),
                text(root.path("name")),
                text(root.path("description")),
                string(root.path("classCode"), "code"),
                LocalDate.parse(string(root, "validFrom")),
                date(root.path("validTo")),
                string(root, "initiative"),
                list(root.path("channels"), JsonNode::asString),
                string(root, "defaultUnit"),
                SecrecyLevel.of(string(root.path("secrecyDefault"), "level")),
                CaseType.PublicMode.valueOf(
                        string(root.path("publicRegister"), "mode").toUpperCase(Locale.ROOT)),
                web.path("partyNames").asBoolean(false),
                web.path("removeMonthsAfterClose").asInt(6),
                list(root.path("steps"), CaseTypeReader::step),
                list(root.path("deadlines"), CaseTypeReader::deadline),
                list(root.path("requiredDocuments"), CaseTypeReader::document),
                list(root.path("decisionTypes"), CaseTypeReader::decisionType),
                list(root.path("letterTemplates"), CaseTypeReader::letter),
                list(root.path("retentionRule").path("rules"), CaseTypeReader::retention),
                json);
    }

    private static void requireParts(JsonNode root) {
        for (String part : List.of(
                "key",
                "version",
                "name",
                "classCode",
                "validFrom",
                "legalBasis",
                "formSchema",
                "secrecyDefault",
                "publicRegister",
                "decisionTypes",
                "retentionRule",
                "defaultUnit",
                "initiative")) {
            if (root.path(part).isMissingNode()
                    || root.path(part).isArray() && root.path(part).isEmpty()) {
                throw new IllegalArgumentException("the case type lacks " + part);
            }
        }
    }

    private static CaseType.Step step(JsonNode node) {
        return new CaseType.Step(
                string(node, "key"),
                text(node.path("name")),
                node.path("targetDays").asInt(),
                string(node, "startActivity"),
                string(node, "endActivity"),
                node.path("required").asBoolean(),
                optional(node.path("wait")));
    }

    private static DeadlineRule deadline(JsonNode node) {
        return new DeadlineRule(
                string(node, "kind"),
                text(node.path("name")),
                new PeriodLength(node.path("length").asInt(), PeriodLength.Unit.of(string(node, "unit"))),
                string(node, "start"),
                Deadline.Clock.valueOf(string(node, "clock").toUpperCase(Locale.ROOT)),
                string(node, "basis"),
                condition(node.path("appliesIf")),
                optional(node.path("metBy")));
    }

    private static DeadlineRule.@Nullable Condition condition(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new DeadlineRule.Condition(string(node, "field"), list(node.path("in"), JsonNode::asString));
    }

    private static CaseType.DocumentRule document(JsonNode node) {
        return new CaseType.DocumentRule(
                string(node, "key"), text(node.path("name")), string(node, "when"), string(node, "requiredBefore"));
    }

    private static CaseType.LetterTemplate letter(JsonNode node) {
        return new CaseType.LetterTemplate(string(node, "key"), text(node.path("name")), text(node.path("body")));
    }

    private static CaseType.RetentionRule retention(JsonNode node) {
        return new CaseType.RetentionRule(
                string(node, "outcome"),
                "preserve".equals(string(node, "action")),
                node.path("years").isMissingNode() ? null : node.path("years").asInt(),
                string(node, "start"),
                string(node, "basis"));
    }

    private static DecisionType decisionType(JsonNode node) {
        JsonNode instance = node.path("appealInstanceName");
        return new DecisionType(
                string(node, "key"),
                text(node.path("name")),
                DecisionType.Kind.valueOf(string(node, "kind").toUpperCase(Locale.ROOT)),
                list(
                        node.path("outcomes"),
                        each -> new DecisionType.Outcome(
                                string(each, "key"), string(each, "outcome"), text(each.path("name")))),
                list(node.path("delegation").path("roles"), JsonNode::asString),
                node.path("delegation").path("amountLimitSek").isNumber()
                        ? node.path("delegation").path("amountLimitSek").asLong()
                        : null,
                optional(node.path("delegation").path("amountField")),
                node.path("fourEyes").asBoolean(),
                node.path("presentation").asBoolean(),
                node.path("appealable").asBoolean(),
                optional(node.path("appealInstance")),
                instance.isMissingNode() ? null : text(instance),
                string(node, "template"),
                optional(node.path("appealTemplate")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(reader.apply(node)));
        return List.copyOf(items);
    }

    private static Text text(JsonNode node) {
        return new Text(string(node, "sv"), node.path("en").isMissingNode() ? string(node, "sv") : string(node, "en"));
    }

    private static String string(JsonNode node, String field) {
        if (!node.path(field).isString()) {
            throw new IllegalArgumentException("the case type lacks the text " + field);
        }
        return node.path(field).asString();
    }

    private static @Nullable String optional(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString()) : null;
    }
}
