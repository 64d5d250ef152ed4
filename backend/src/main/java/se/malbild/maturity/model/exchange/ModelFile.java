// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.model.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model file that has been read and held against the rules of SCORING §8. */
public final class ModelFile {
    /** Bytes of the largest file. */
    public static final int LARGEST = 2_000_000;
    /** How many faults are told. */
    static final int TOLD = 200;

    private ModelFile() {}

    /**
     * What was found.
     *
     * @param document the model as maps, lists, texts and numbers, with texts as they are to be kept; absent where it cannot be taken in
     * @param faults in the order of the file; the first 200
     */
    public record Read(@Nullable Map<String, Object> document, List<Fault> faults) {
        /** Whether nothing stands in the way of taking it in. */
        public boolean sound() {
            return document != null;
        }
    }

    /** Reads YAML, JSON or a workbook; which of them is told by the first bytes. */
    public static Read read(byte[] file) {
        try {
            if (file.length > LARGEST) {
                throw Unreadable.tooLarge("Filen är större än 2 MB.", "The file is larger than 2 MB.");
            }
            Element.Mapping model = WorkbookFile.isOne(file) ? WorkbookFile.read(file) : TextFile.read(file);
            List<Fault> faults = ModelRules.check(model);
            boolean sound = faults.stream().allMatch(Fault::warning);
            return new Read(
                    sound ? PlainTexts.of(model).plain() : null,
                    faults.stream().limit(TOLD).toList());
        } catch (Unreadable e) {
            return new Read(null, List.of(e.fault()));
        }
    }
}
