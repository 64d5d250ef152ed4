// SPDX-License-Identifier: EUPL-1.2
import type { Localized } from './i18n/language';
import type { IconName } from './ui/Icon';

/** A feature's place in the rail. */
export type NavItem = {
  to: string;
  /** Beginning of the addresses that lie within it; absent = `to`. */
  within?: string;
  text: Localized;
  icon: IconName;
  /** Shown to those who hold one of these; absent = to all. */
  permission?: string | readonly string[];
  /** A figure beside the words, e.g. how many wait. */
  Count?: () => React.ReactNode;
};
