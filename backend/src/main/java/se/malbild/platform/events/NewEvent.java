// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act to be recorded (händelse, CASES §4). Immutable; made by {@link #inCase}, {@link #inAuthority} or {@link #inAccessLog} and the {@code with…} methods.
 *
 * @param activity past tense, e.g. {@code CaseRegistered}
 * @param occurredAt when it happened; when it was logged is set by the writer
 * @param reason free text, part of the erasable payload
 * @param attributes JSON values, part of the erasable payload; never secret free text
 */
public record NewEvent(
        Chain chain,
        UUID authorityId,
        UUID chainId,
        String activity,
        Instant occurredAt,
        Actor actor,
        @Nullable UUID caseTypeId,
        @Nullable Integer caseTypeVersion,
        List<String> objectRefs,
        @Nullable String channel,
        @Nullable String fromState,
        @Nullable String toState,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable Long durationMillis,
        Map<String, Object> attributes,
        String secrecyLevel) {

    /** An act on a case. */
    public static NewEvent inCase(UUID authorityId, UUID caseId, String activity, Instant occurredAt, Actor actor) {
        return of(Chain.CASE, authorityId, caseId, activity, occurredAt, actor);
    }

    /** An act outside cases. */
    public static NewEvent inAuthority(UUID authorityId, String activity, Instant occurredAt, Actor actor) {
        return of(Chain.AUTHORITY, authorityId, authorityId, activity, occurredAt, actor);
    }

    /** That somebody read something; a line of the access log. */
    public static NewEvent inAccessLog(
            UUID authorityId, UUID readerId, String activity, Instant occurredAt, Actor actor) {
        return of(Chain.ACCESS, authorityId, readerId, activity, occurredAt, actor);
    }

    private static NewEvent of(Chain chain, UUID authorityId, UUID chainId, String activity, Instant at, Actor actor) {
        return new NewEvent(
                chain,
                authorityId,
                chainId,
                activity,
                at,
                actor,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "open");
    }

    /** The case's type and the version it follows. */
    public NewEvent withCaseType(UUID id, int version) {
        return with(id, version, objectRefs, channel, fromState, toState, reasonCode, reason, attributes, secrecyLevel);
    }

    /** What the act touched, as {@code kind:id}. */
    public NewEvent withObjects(String... refs) {
        return with(
                caseTypeId,
                caseTypeVersion,
                List.of(refs),
                channel,
                fromState,
                toState,
                reasonCode,
                reason,
                attributes,
                secrecyLevel);
    }

    /** By which way it came or went, e.g. {@code eservice}. */
    public NewEvent withChannel(@Nullable String value) {
        return with(
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                value,
                fromState,
                toState,
                reasonCode,
                reason,
                attributes,
                secrecyLevel);
    }

    /** The change of state. */
    public NewEvent withStates(@Nullable String from, @Nullable String to) {
        return with(
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                channel,
                from,
                to,
                reasonCode,
                reason,
                attributes,
                secrecyLevel);
    }

    /** Why, as a code and in words. */
    public NewEvent withReason(@Nullable String code, @Nullable String words) {
        return with(
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                channel,
                fromState,
                toState,
                code,
                words,
                attributes,
                secrecyLevel);
    }

    /** Values worth keeping. */
    public NewEvent withAttributes(Map<String, Object> values) {
        return with(
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                channel,
                fromState,
                toState,
                reasonCode,
                reason,
                Map.copyOf(values),
                secrecyLevel);
    }

    /** The case's secrecy level when it happened: {@code open}, {@code restricted}, {@code secret} or {@code strict}. */
    public NewEvent withSecrecy(String level) {
        return with(
                caseTypeId,
                caseTypeVersion,
                objectRefs,
                channel,
                fromState,
                toState,
                reasonCode,
                reason,
                attributes,
                level);
    }

    private NewEvent with(
            @Nullable UUID type,
            @Nullable Integer typeVersion,
            List<String> refs,
            @Nullable String way,
            @Nullable String from,
            @Nullable String to,
            @Nullable String code,
            @Nullable String words,
            Map<String, Object> values,
            String level) {
        return new NewEvent(
                chain,
                authorityId,
                chainId,
                activity,
                occurredAt,
                actor,
                type,
                typeVersion,
                refs,
                way,
                from,
                to,
                code,
                words,
                durationMillis,
                values,
                level);
    }
}
