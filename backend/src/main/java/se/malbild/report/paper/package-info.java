// SPDX-License-Identifier: EUPL-1.2
/** A report as a document: PDF/UA to read and print, and a workbook with every figure. Computes nothing; what it writes is what the report says. */
@NullMarked
package se.malbild.report.paper;

import org.jspecify.annotations.NullMarked;
