// SPDX-License-Identifier: EUPL-1.2
import type { HomeLink } from '@/api';

const PAGES: Record<string, (id: string | undefined) => string> = {
  case: (id) => (id ? `/cases/${id}` : '/cases/mine'),
  cases: () => '/cases',
  inbox: () => '/inbox',
  event_logs: () => '/friction',
  event_log: (id) => (id ? `/friction/${id}` : '/friction'),
  assessments: () => '/maturity',
  assessment: (id) => (id ? `/maturity/${id}` : '/maturity'),
  survey: (id) => (id ? `/maturity/${id}` : '/maturity'),
  target_picture: (id) => (id ? `/targets?assessment=${id}` : '/targets'),
  target_picture_version: (id) => (id ? `/targets/picture?version=${id}` : '/targets/picture'),
  recommendations: (id) => (id ? `/improvement?assessment=${id}` : '/improvement'),
  roadmap: (id) => (id ? `/improvement/items/${id}` : '/improvement'),
  report: (id) => (id ? `/reports/${id}` : '/reports'),
  reports: () => '/reports',
  users: () => '/admin',
};

/** The address of the page where something waits; the start page itself for a page not known here. */
export const addressOf = (link: HomeLink): string => PAGES[link.page]?.(link.id) ?? '/';

const STATIONS: Record<string, string> = {
  import_log: 'friction',
  map_activities: 'friction',
  create_assessment: 'maturity',
  open_survey: 'maturity',
  close_survey: 'maturity',
  decide_levels: 'maturity',
  set_targets: 'target',
  accept_targets: 'target',
  choose_recommendations: 'improvement',
  start_roadmap_item: 'improvement',
  follow_up: 'improvement',
  write_report: 'report',
  sign_report: 'report',
};

/** The station of the loop where a step is taken. */
export const stationOf = (step: string | undefined): string => STATIONS[step ?? ''] ?? 'cases';
