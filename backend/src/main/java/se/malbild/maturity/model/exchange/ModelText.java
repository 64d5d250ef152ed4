// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a model as YAML 1.2. Texts are quoted, so that an older reader takes no word for a truth value. */
public final class ModelText {
    private static final int WIDTH = 140;

    private ModelText() {}

    /** @param document as {@link ModelFile.Read#document()} */
    public static String yaml(Map<String, Object> document) {
        DumpSettings settings = DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
                .setWidth(WIDTH)
                .setDereferenceAliases(true)
                .build();
        return "%YAML 1.2\n---\n" + new Dump(settings).dumpToString(document);
    }
}
