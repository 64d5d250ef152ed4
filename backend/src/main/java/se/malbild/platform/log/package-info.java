// SPDX-License-Identifier: EUPL-1.2
/**
 * How the service writes its log. Begin with {@link se.malbild.platform.log.JsonLines}. A log line holds ids and trace numbers, never
 * what people have written or who they are.
 */
@org.jspecify.annotations.NullMarked
package se.malbild.platform.log;
