// SPDX-License-Identifier: EUPL-1.2
package se.malbild.friction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import se.malbild.friction.log.EventClass;
import se.malbild.friction.mapping.ClassSuggestion;
import se.malbild.testing.Shared;

class EventClassesTest {

    @Test
    void areThoseOfTheModelsVocabularyAndItsSets() throws IOException {
        JsonNode vocabulary = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Shared.data("maturity/model-digital-arendehantering.yaml"))))
                .path("eventVocabulary");
        JsonNode sets = vocabulary.path("sets");
        Map<String, List<Object>> expected = new TreeMap<>();
        vocabulary
                .path("classes")
                .forEach(each -> expected.put(
                        each.path("code").asText(),
                        List.of(
                                each.at("/name/sv").asText(),
                                each.at("/name/en").asText(),
                                each.path("work").asBoolean())));

        Map<String, List<Object>> ours = new TreeMap<>();
        Arrays.stream(EventClass.values())
                .filter(EventClass::fromModel)
                .forEach(each -> ours.put(each.code(), List.of(each.swedish(), each.english(), each.work())));

        assertThat(ours).isEqualTo(expected);
        assertThat(codes(EventClass.HANDLING)).isEqualTo(named(sets.path("HANDLING")));
        assertThat(codes(EventClass.DISPATCH)).isEqualTo(named(sets.path("DISPATCH")));
        assertThat(codes(EventClass.PAPER)).isEqualTo(named(sets.path("PAPER")));
        assertThat(EventClass.DIGITAL_CHANNELS).isEqualTo(named(sets.path("DIGITAL")));
        assertThat(Arrays.stream(EventClass.values())
                        .filter(EventClass::work)
                        .map(EventClass::code)
                        .collect(Collectors.toSet()))
                .isEqualTo(named(sets.path("WORK")));
    }

    private static Set<String> named(JsonNode set) {
        Set<String> names = new HashSet<>();
        set.forEach(each -> names.add(each.asText()));
        return names;
    }

    private static Set<String> codes(Set<EventClass> classes) {
        return classes.stream().map(EventClass::code).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "Ansökan inkommen, receive",
        "Inkommet, receive",
        "Confirmation of receipt, receive",
        "Registrerat, register",
        "Fördelat, allocate",
        "Omfördelat, handover",
        "Handläggning påbörjad, work",
        "Begäran om komplettering, request_info",
        "Komplettering begärd, request_info",
        "Komplettering inkommen, info_received",
        "Supplement received, info_received",
        "Remiss skickad, refer",
        "Yttrande inkommet, statement_received",
        "Kommunicering skickad, communicate",
        "Beslutsförslag klart, draft",
        "Beslut fattat, decide",
        "Avslutat, close",
        "T02 Check confirmation of receipt, review",
        "T20 Print report Y to stop indication, print",
        "T05 Print and send confirmation of receipt, post_out",
        "CaseHandedOver, handover",
        "DecisionSigned, decide",
        "close, close",
        "Överklagande inkommet, appeal_received",
        "Expedierat per post, dispatch_post",
        "Expedierat, dispatch_digital",
        "register request, register",
        "Skanning, scan"
    })
    void areSuggestedByNameInSwedishAndEnglish(String activity, String code) {
        assertThat(ClassSuggestion.of(activity).map(EventClass::code)).hasValue(code);
    }

    @Test
    void nothingIsSuggestedWhereNothingFits() {
        assertThat(ClassSuggestion.of("01_HOOFD_010")).isEmpty();
        assertThat(ClassSuggestion.of("<b> & \"x\"")).isEmpty();
    }
}
