// SPDX-License-Identifier: EUPL-1.2
package se.malbild.maturity.interview;

/**
 * What is noted at a question (anteckning).
 *
 * @param content whole; empty = nothing any more
 * @param version 1 for the first, one more for each later
 */
public record InterviewNote(String questionKey, String content, long version) {}
