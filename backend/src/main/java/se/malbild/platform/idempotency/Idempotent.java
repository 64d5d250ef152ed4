// SPDX-License-Identifier: EUPL-1.2
package se.malbild.platform.idempotency;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on every controller: an operation that takes an {@code Idempotency-Key} then runs in one transaction with the storing of its
 * answer, and a repeat gets the stored answer.
 */
@Around
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
