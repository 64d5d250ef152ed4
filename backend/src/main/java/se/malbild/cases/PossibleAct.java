// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases;

import org.jspecify.annotations.Nullable;
import se.malbild.platform.Text;

/**
 * Something the role of the reader may do with a case.
 *
 * @param act as in the contract, e.g. {@code add_note}
 * @param hindrance why it cannot be done now; absent where it can
 * @param draft what is done is a draft, until somebody who may do it adopts it
 */
record PossibleAct(String act, @Nullable Text hindrance, boolean draft) {}
