// SPDX-License-Identifier: EUPL-1.2
package se.malbild.demo;

import java.util.Objects;
import se.malbild.cases.type.CaseType;

/** What a story of a case is drawn from. */
record Setting(CaseType type, TypeFigures figures, Texts texts, Staff staff, Phases phases) {

    /** The words of its type. */
    Texts.OfType words() {
        return Objects.requireNonNull(texts.types().get(type.key()));
    }
}
