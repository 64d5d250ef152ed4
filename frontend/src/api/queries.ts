// SPDX-License-Identifier: EUPL-1.2
/** Query options and keys of every operation (`listCasesOptions({ query })`), generated with the client. */
export * from './gen/@tanstack/react-query.gen';
