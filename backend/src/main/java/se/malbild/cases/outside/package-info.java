// SPDX-License-Identifier: EUPL-1.2
/**
 * What goes out of a case and is waited for: requests for supplement and injunctions (<i>komplettering, föreläggande</i>, FL 20 §),
 * communication (<i>kommunicering</i>, FL 25 §) and referrals (<i>remiss</i>, FL 26 §). Holds the rules; the acts stand in {@code
 * Enquiring} of the package above. Begin with {@code Enquiry}.
 */
@NullMarked
package se.malbild.cases.outside;

import org.jspecify.annotations.NullMarked;
