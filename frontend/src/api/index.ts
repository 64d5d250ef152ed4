// SPDX-License-Identifier: EUPL-1.2
/** The API as features use it: operations and types of the contract, and what every call has in common. */
export { ifMatch, onSignedOut } from './client';
export * from './gen';
export { meQuery, useMay, useMayExport, useMayForAll, useMe } from './me';
export { asProblem, ProblemError } from './problem';
