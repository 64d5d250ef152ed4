// SPDX-License-Identifier: EUPL-1.2
package se.malbild.cases.decision;

import java.time.Instant;
import java.util.UUID;

/** A dissenting opinion of somebody who decided, presented or took part (avvikande mening, FL 30 §). */
public record Dissent(UUID id, UUID decisionId, UUID userId, String text, Instant notedAt) {}
