// SPDX-License-Identifier: EUPL-1.2
package se.malbild.benchmark.measure;

import org.jspecify.annotations.Nullable;

/**
 * What is compared together: one measure by one definition, of one calendar year, of equal size class or of equal case type. Nothing
 * outside a pool is ever held against what is inside (SCORING §6).
 *
 * @param modelMajor equal code and equal major of the model is equal meaning (SCORING §1)
 * @param sizeClass given unless it is of a case type
 * @param caseTypeKey given unless it is of a size class
 */
public record Pool(
        MeasureKind kind,
        String code,
        String modelId,
        int modelMajor,
        int year,
        @Nullable SizeClass sizeClass,
        @Nullable String caseTypeKey) {

    private static final String SIZE = "size:";
    private static final String TYPE = "type:";
    private static final int PARTS = 6;

    /** The pool of such a {@link #key}. */
    public static Pool of(String key) {
        String[] parts = key.split("/", PARTS);
        String kind = parts[PARTS - 1];
        return new Pool(
                MeasureKind.of(parts[0]),
                parts[1],
                parts[2],
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                kind.startsWith(SIZE) ? SizeClass.of(kind.substring(SIZE.length())) : null,
                kind.startsWith(TYPE) ? kind.substring(TYPE.length()) : null);
    }

    /** All of it in one text; ASCII. */
    public String key() {
        return measured() + "/" + (sizeClass == null ? TYPE + caseTypeKey : SIZE + sizeClass.code());
    }

    /**
     * What a contributor has at most one value of that stands. Its size class is no part of it: whoever changes size has one value, in the
     * new class.
     */
    public String once() {
        return measured() + "/" + (caseTypeKey == null ? "whole" : TYPE + caseTypeKey);
    }

    private String measured() {
        return String.join("/", kind.code(), code, modelId, String.valueOf(modelMajor), String.valueOf(year));
    }
}
