// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers no form and no case type can mean: beyond what every reader of JSON holds exactly. The validator of schemas cannot hold them at all. */
public final class NumberBounds {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private NumberBounds() {}

    /** JSON pointers of the numbers beyond ±2⁵³. */
    public static List<String> beyond(String json) {
        List<String> found = new ArrayList<>();
        look(JSON.readTree(json), "", found);
        return found;
    }

    private static void look(JsonNode node, String place, List<String> found) {
        if (node.isNumber() && node.decimalValue().abs().compareTo(LARGEST) > 0) {
            found.add(place);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), place + "/" + i, found);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(each -> look(
                            each.getValue(),
                            place + "/" + each.getKey().replace("~", "~0").replace("/", "~1"),
                            found));
        }
    }
}
