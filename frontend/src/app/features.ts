// SPDX-License-Identifier: EUPL-1.2
// Every feature's pages and its place in the rail, in the order of the loop.
import { accessRoutes } from '@/features/access';
import { adminNav, adminRoutes } from '@/features/admin';
import { benchmarkNav, benchmarkRoutes } from '@/features/benchmark';
import { casesNav, casesRoutes, caseTypesNav, inboxNav, openRoutes } from '@/features/cases';
import { frictionNav, frictionRoutes } from '@/features/friction';
import { homeNav, homeRoutes } from '@/features/home';
import { improvementNav, improvementRoutes, targetsNav } from '@/features/improvement';
import { maturityNav, maturityRoutes } from '@/features/maturity';
import { reportNav, reportRoutes } from '@/features/report';
import { workshopRoutes } from '@/features/workshop';
import type { NavItem } from '@/shared/nav';

/** Pages inside the frame, for those who are signed in. */
export const framedRoutes = [
  ...homeRoutes,
  ...casesRoutes,
  ...frictionRoutes,
  ...maturityRoutes,
  ...workshopRoutes,
  ...improvementRoutes,
  ...benchmarkRoutes,
  ...reportRoutes,
  ...adminRoutes,
] as const;

/** Pages without frame: signing in, and what is open to all. */
export const bareRoutes = [...accessRoutes, ...openRoutes] as const;

/** The rail. */
export const navItems: readonly NavItem[] = [
  homeNav,
  inboxNav,
  casesNav,
  frictionNav,
  maturityNav,
  targetsNav,
  improvementNav,
  benchmarkNav,
  reportNav,
  caseTypesNav,
  adminNav,
];
