// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.malbild.testing.CaseTypeFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CaseTypeDiffTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final ObjectNode before = water();
    private final ObjectNode after = water();

    private static ObjectNode water() {
        return (ObjectNode) JSON.readTree(CaseTypeFiles.json("vattenverksamhet-anmalan"));
    }

    @Test
    void theSameContentInAnotherVersionIsNoChange() {
        after.put("version", 3).put("status", "draft");
        ((ObjectNode) after.path("formSchema")).put("$id", "another");
        after.remove("validTo");

        assertThat(CaseTypeDiff.between(before, after)).isEmpty();
    }

    @Test
    void aThingMovedInItsListIsNoChange() {
        ArrayNode steps = (ArrayNode) after.path("steps");
        steps.add(steps.remove(0));

        assertThat(CaseTypeDiff.between(before, after)).isEmpty();
    }

    @Test
    void tellsWhatWasAddedRemovedAndChangedByNameAndKey() {
        ((ObjectNode) after.at("/deadlines/4")).put("length", 8);
        ((ArrayNode) after.path("requiredDocuments")).remove(3);
        ((ObjectNode) after.at("/formSchema/properties"))
                .putObject("depth")
                .put("type", "integer")
                .put("title", "Djup")
                .put("x-titleEn", "Depth");

        List<CaseTypeDiff.Change> changes = CaseTypeDiff.between(before, after);

        assertThat(changes)
                .extracting(change -> change.kind() + " " + change.pointer())
                .containsExactlyInAnyOrder(
                        "CHANGED /deadlines/final_decision/length",
                        "REMOVED /requiredDocuments/owner_consent",
                        "ADDED /formSchema/properties/depth");
        CaseTypeDiff.Change length = changes.stream()
                .filter(change -> change.section().equals("deadlines"))
                .findFirst()
                .orElseThrow();
        assertThat(length.of()).isNotNull();
        assertThat(length.of().sv()).isEqualTo("Slutligt beslut");
        assertThat(length.before()).isEqualTo("10");
        assertThat(length.after()).isEqualTo("8");
    }
}
