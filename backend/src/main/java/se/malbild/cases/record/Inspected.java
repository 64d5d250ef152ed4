// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.record;

import org.jspecify.annotations.Nullable;

/**
 * What a file was found to be.
 *
 * @param mediaType by its content
 * @param mismatch whether that is another type than was told or than its name says
 * @param quarantine why its bytes are withheld, if they are
 */
public record Inspected(
        String mediaType, boolean mismatch, @Nullable Quarantine quarantine) {}
