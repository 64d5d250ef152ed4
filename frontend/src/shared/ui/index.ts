// SPDX-License-Identifier: EUPL-1.2
export { Announcer, announce, notify } from './announce';
export { Button, buttonClass } from './Button';
export { Dialog } from './Dialog';
export { Chip, Chips, Kpi, Kpis, Tag } from './figures';
export { Icon, type IconName, Mark } from './Icon';
export { Breadcrumb, type Crumb, Page } from './Page';
export { Popover, Source, type SourceNote } from './Popover';
export { ProblemAlert } from './ProblemAlert';
export { type Difference, StaleAlert } from './StaleAlert';
export { Empty, Loading, Progress } from './states';
export { type Column, LoadMore, type Sorting, Table } from './Table';
export { Seg, Tabs } from './Tabs';
export { useTitle, useTitlePrefix } from './title';
