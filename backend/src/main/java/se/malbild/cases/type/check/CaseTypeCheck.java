// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type.check;

import java.util.List;
import se.malbild.platform.problem.FieldFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a case type's configuration to what it must be (CASES §6). Every fault at once, by JSON pointer into the configuration. */
public final class CaseTypeCheck {
    /** Longest configuration, in characters. */
    public static final int MOST_CHARACTERS = 400_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseTypeCheck() {}

    /** What is not shaped as a case type at all; such a configuration is not even kept as a draft. */
    public static List<FieldFault> shape(String json) {
        if (json.length() > MOST_CHARACTERS) {
            Faults faults = new Faults();
            faults.add("", "too_large", "Ärendetypen är för stor.", "The case type is too large.");
            return faults.all();
        }
        return CaseTypeShape.faults(json);
    }

    /**
     * What stands in the way of publishing it; a draft may have such faults while it is being written.
     *
     * @param there what the authority has that the type may name
     */
    public static List<FieldFault> publication(String json, Surroundings there) {
        List<FieldFault> shape = shape(json);
        if (!shape.isEmpty()) {
            return shape;
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
        Faults faults = new Faults();
        OutcomeCheck.check(root, faults);
        FlowCheck.check(root, there, faults);
        FormCheck.check(root, faults);
        return faults.all();
    }
}
