// SPDX-License-Identifier: EUPL-1.2
export { Chart, type ChartTable } from './Chart';
export { save, toCsv, toSvg } from './download';
