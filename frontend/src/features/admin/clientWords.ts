// SPDX-License-Identifier: EUPL-1.2

/** What a client can be granted. */
export const SCOPES = ['case:submit', 'case:status', 'webhook:manage', 'benchmark:contribute'] as const;

/** A scope in words; one this page does not know stands as it is. */
export const scopeName = (t: { scopeNames: Record<string, string> }, scope: string): string => t.scopeNames[scope] ?? scope;
